import 'smart-footprint/element';
