/*! smart-footprint 0.1.0, MIT licence */
function i({missing:e},n){return e===void 0?[]:[{code:"language-missing",path:"lang",severity:"warning",message:`The words for ${JSON.stringify(n)} could not be loaded; English stands in for them.`}]}export{i as a};
