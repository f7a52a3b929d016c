/** Styles come in as minified text. */
declare module '*.css' {
  const text: string;
  export default text;
}

/** Put in by the build: how high the pictures are at `steps` widths, `step` apart, from the widest to the narrowest. */
declare const RESERVED_HEIGHTS: {
  readonly widest: number;
  readonly step: number;
  readonly steps: number;
  /** What the signs begin at, in units. */
  readonly height: number;
  /** In CSS pixels. */
  readonly unit: number;
  /** The code of the sign for no difference. */
  readonly zero: number;
  /** By language: per view a row without controls, and a row of what they add. */
  readonly signs: Readonly<Record<string, string>>;
};

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

/** Put in by the build: the package's name and version. */
declare const PACKAGE: string;
