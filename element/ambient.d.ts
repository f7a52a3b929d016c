/** Styles come in as minified text. */
declare module '*.css' {
  const text: string;
  export default text;
}

/** Put in by the build: per view, with a `+` after its name for one with controls, pairs of a width and the height the picture has there. */
declare const RESERVED_HEIGHTS: Record<string, readonly (readonly [number, number])[]>;
