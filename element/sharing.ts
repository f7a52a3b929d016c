/** What a widget shares with its page, loaded only where one does: groups, and the address. */
export { Address } from './address';
export { Group } from './group';
