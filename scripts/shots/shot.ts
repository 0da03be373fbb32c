/** The window sizes that pictures are taken in. */
export const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 375, height: 812 } } as const;

export interface Shot {
  /** The screen's name. */
  screen: string;
  size: keyof typeof sizes;
  scheme: 'light' | 'dark';
}

/** The four pictures of each screen. */
export const variants: readonly Omit<Shot, 'screen'>[] = [
  { size: 'desktop', scheme: 'light' },
  { size: 'desktop', scheme: 'dark' },
  { size: 'phone', scheme: 'light' },
  { size: 'phone', scheme: 'dark' },
];

/** The file name of a picture. */
export const fileOf = ({ screen, size, scheme }: Shot) => `${screen}-${size}-${scheme}.webp`;
