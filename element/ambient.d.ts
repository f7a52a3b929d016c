/** Styles come in as minified text. */
declare module '*.css' {
  const text: string;
  export default text;
}

/** Put in by the build: per view, with a `+` after its name for one with controls, pairs of a width and the height the picture has there. */
declare const RESERVED_HEIGHTS: Record<string, readonly (readonly [number, number])[]>;

declare module '#words/lines' {
  /** How many messages the core has. */
  export const count: number;
  /** On which line of its text some of them stand. */
  export const lines: Readonly<Record<string, number>>;
}

declare module '#words/en' {
  const words: Readonly<Record<string, string>>;
  export default words;
}

declare module '#words/*/rest' {
  const rest: { readonly words: Readonly<Record<string, string>>; readonly text: string };
  export default rest;
}

declare module '#words/*' {
  const language: import('./language').Language;
  export default language;
}
