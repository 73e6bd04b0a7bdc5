// The picture of the moment: the drawing on screen as a file of its own, with the styles that the page gives it written into it.

/** Properties that the drawings take from style sheets. */
const DRAWN = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'stroke-opacity', 'opacity', 'visibility', 'display',
  'font-family', 'font-size', 'font-weight', 'font-style', 'letter-spacing', 'text-anchor', 'dominant-baseline', 'transform', 'transform-origin', 'transform-box', 'paint-order',
] as const; // biome-ignore format: a list

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/** `drawing` as the text of an SVG file, `scale` times its size on screen, on the ground that it has on screen. */
export function drawingAsSvg(drawing: SVGSVGElement, scale = 1): string {
  const { width, height } = drawing.getBoundingClientRect();
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  writeStyles(drawing, copy);
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  copy.setAttribute('xmlns', SVG_NAMESPACE);
  copy.setAttribute('width', String(Math.round(width * scale)));
  copy.setAttribute('height', String(Math.round(height * scale)));
  copy.prepend(ground(copy.viewBox.baseVal));
  return new XMLSerializer().serializeToString(copy);
}

/** `drawing` as a PNG file at twice its size on screen. */
export async function drawingAsPng(drawing: SVGSVGElement): Promise<Blob> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([drawingAsSvg(drawing, 2)], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  canvas.getContext('2d')!.drawImage(image, 0, 0);
  URL.revokeObjectURL(image.src);
  return new Promise((resolve, reject) =>
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('The picture could not be encoded.'))), 'image/png'),
  );
}

function writeStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  // Through the object model: a style attribute that is set as text would breach the page's Content-Security-Policy.
  for (const property of DRAWN) (to as SVGElement).style.setProperty(property, style.getPropertyValue(property));
  to.removeAttribute('class');
  for (let i = 0; i < from.children.length; i++) writeStyles(from.children[i], to.children[i]);
}

function ground({ x, y, width, height }: DOMRect): SVGRectElement {
  const rect = document.createElementNS(SVG_NAMESPACE, 'rect');
  const attributes = {
    x,
    y,
    width,
    height,
    fill: getComputedStyle(document.documentElement).getPropertyValue('--panel'),
  };
  for (const [name, value] of Object.entries(attributes)) rect.setAttribute(name, String(value));
  return rect;
}
