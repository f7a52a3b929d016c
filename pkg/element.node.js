/*! smart-footprint 0.1.0, MIT licence */
function n(e){}export{n as define};
