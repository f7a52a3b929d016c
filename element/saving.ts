/** What takes the picture and its data off the page. Loaded when a reader or the host first asks for it. */
export { png } from './png';
export { SaveMenu } from './save-menu';
