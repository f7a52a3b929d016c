/** The element's entry on a server: there are no elements, so nothing is registered or loaded. */
export function define(_tagName?: string): void {}
