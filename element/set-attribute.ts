/** Sets an attribute to what it is not yet: browsers work for what is set again, too. */
export function setAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
