// Types of the <aukus-briefing> element that embed.js defines, and of the messages it exchanges with its frame. MIT licence.

/** The keys of the briefing's addresses. */
export type BriefingKey = "{{key-union}}";

/**
 * What the briefing shows. Values as in its addresses: `?pillar=2&partner=kor&date=2024-05-01`. The `date` is a day, absent
 * for the latest.
 */
export type BriefingSelection = { [Key in BriefingKey]?: string };

/** What the events carry: the parts of the selection, and all of it as a query, which is empty for the overview. */
export interface BriefingDetail extends BriefingSelection {
  query: string;
}

export type BriefingTheme = "light" | "dark" | "auto";

/** The attributes of the element. */
export interface BriefingAttributes extends BriefingSelection {
  /** The briefing's one-file page; `aukus-briefing.html` beside the script if absent. */
  src?: string;
  /** The edition to stay with, a whole number from 1 to 65535, as `editions/2/` beside `src`; the latest if absent. */
  edition?: number | `${number}`;
  theme?: BriefingTheme;
  lang?: string;
  /**
   * If absent, the frame is as high as its content, but at most 720 px, and then scrolls inside until the reader asks for all
   * of it. A plain number is a fixed height in CSS pixels: the frame keeps it and scrolls inside. With `auto` the frame is as
   * high as its content from the start; with `box` it fills the element, whatever size that has by its style.
   */
  height?: number | `${number}` | "auto" | "box";
  /** The frame's title. */
  title?: string;
  /** The parameter of the page's own address that holds the selection. */
  "url-param"?: string;
}

/** The element. Its attributes are its state: set them to change the view, read them to know it. */
export interface AukusBriefingElement extends HTMLElement {
  /** The selection as a query, without a question mark. To set it is to set the attributes. */
  selection: string;
}

interface Envelope {
  "aukus-briefing": 1;
  /** What the frame's address has as `embed`. */
  nonce: string;
}

/**
 * What the frame says. A height is a whole number of CSS pixels, from 1 to 20000; a query has 2000 characters at most. `top` is
 * a place in the frame, a whole number of CSS pixels from its upper edge, that the reader shall see after a `selection`; with
 * `show-all` it is how far the page is scrolled in the frame.
 */
export type FromFrame = Envelope &
  (
    | { type: "ready"; query: string; height: number }
    | { type: "height"; height: number }
    | { type: "selection"; query: string }
    | { type: "scroll"; top: number }
    | { type: "show-all"; top: number }
  );

/** What the frame is told. */
export type ToFrame = Envelope &
  (
    | { type: "select"; query: string }
    | { type: "theme"; theme: string }
    | { type: "language"; language: string }
    | { type: "capped"; capped: boolean }
  );

declare global {
  interface HTMLElementTagNameMap {
    "aukus-briefing": AukusBriefingElement;
  }

  interface GlobalEventHandlersEventMap {
    "briefing-ready": CustomEvent<BriefingDetail>;
    "briefing-selection": CustomEvent<BriefingDetail>;
  }
}
