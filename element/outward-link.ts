/** A link to a source; of anything but a web address the words stay, without a link. */
export function outwardLink(document: Document, address: string, text = address): HTMLElement {
  if (!/^https?:\/\//i.test(address)) {
    const plain = document.createElement('span');
    plain.textContent = text;
    return plain;
  }
  const link = document.createElement('a');
  link.className = 'panel-out';
  link.textContent = text;
  link.href = address;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  return link;
}
