// @ts-check
/*! The <aukus-briefing> element. MIT licence, see LICENSE-MIT. How to use it: README.md; types: embed.d.ts */
(() => {
  /** What makes up a selection, in the order of the briefing's own addresses. */
  const NAMES = ["pillar", "technology", "partner", "tie", "event", "statement", "person", "date"];

  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  const home = new URL("aukus-briefing.html", script?.src || document.baseURI).href;

  // A sheet made here passes a policy that forbids <style>. Until it speaks the frame is see-through, and neither
  // undisplayed nor `visibility: hidden`: browsers don't load the one and don't run the other. It lies over the
  // fallback in one grid cell, so the change from one to the other moves nothing.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { display: block; min-height: 20rem; aspect-ratio: 4 / 3 }
    :host([hidden]) { display: none }
    :host([data-ready]), :host([height]) { min-height: 0 !important; aspect-ratio: auto !important }
    div { display: grid; grid: auto / 100% }
    slot, iframe { display: block; grid-area: 1 / 1 }
    iframe { width: 100%; border: 0 }
    :host(:not([data-ready])) iframe { opacity: 0; pointer-events: none }
    :host([data-ready]) slot { display: none }
  `);

  class AukusBriefing extends HTMLElement {
    static observedAttributes = [...NAMES, "src", "theme", "lang", "height", "title", "url-param"];

    #frame = document.createElement("iframe");
    #nonce = "";
    /** The address in the frame, without its hash. */
    #src = "";
    /** What the frame knows of our wishes; only what differs is sent, so what it told us never goes back to it. */
    #told = this.#wish();
    #isReady = false;
    #height = 0;
    /** @type {string | null} */
    #param = null;
    /** The selection that the author wrote. @type {string | undefined} */
    #start;
    #timer = 0;

    constructor() {
      super();
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [sheet];
      root.append(document.createElement("div"));
      root.firstElementChild?.append(document.createElement("slot"), this.#frame);
    }

    /** The selection as a query, such as `partner=kor&date=2024-05-01`; empty for the overview. */
    get selection() {
      return NAMES.filter((name) => this.getAttribute(name))
        .map((name) => `${name}=${encodeURIComponent(this.getAttribute(name) ?? "")}`)
        .join("&");
    }

    set selection(query) {
      const params = new URLSearchParams(query);
      for (const name of NAMES) {
        const value = params.get(name);
        if (value) this.setAttribute(name, value);
        else this.removeAttribute(name);
      }
    }

    connectedCallback() {
      addEventListener("message", this);
      addEventListener("popstate", this);
      this.attributeChangedCallback();
    }

    disconnectedCallback() {
      removeEventListener("message", this);
      removeEventListener("popstate", this);
      this.#frame.removeAttribute("src");
      this.#src = "";
    }

    /** Its presence lets `moveBefore` keep the frame alive. */
    connectedMoveCallback() {}

    /** Several changes at once are one: the first call finds all of them, the others nothing. */
    attributeChangedCallback() {
      queueMicrotask(() => this.#sync());
    }

    /** @param {Event} event */
    handleEvent(event) {
      if (event instanceof MessageEvent) this.#hear(event);
      else if (this.#param) this.selection = this.#shared();
    }

    /** @param {MessageEvent} event */
    #hear({ source, data }) {
      /** @param {string} key */
      const own = (key) => (Object.hasOwn(Object(data), key) ? data[key] : undefined);
      // The origin says nothing: that of a sandboxed frame is "null".
      if (!source || source !== this.#frame.contentWindow) return;
      if (own("aukus-briefing") !== 1 || own("nonce") !== this.#nonce) return;

      const [type, query, height] = ["type", "query", "height"].map(own);
      const isReady = type === "ready";
      if ((isReady || type === "height") && Number.isInteger(height) && height > 0 && height <= 20000) {
        this.#height = height;
      }
      if ((isReady || type === "selection") && typeof query === "string" && query.length <= 2000) {
        this.#isReady ||= isReady;
        // Where the host has changed its mind while the frame was loading, the host's wish holds.
        if (!isReady || this.selection === this.#told.query) this.#take(query);
        if (isReady) this.#fire("briefing-ready");
      }
      this.#sync();
    }

    /** @param {string} query */
    #take(query) {
      const before = this.selection;
      this.selection = query;
      this.#told.query = this.selection;
      if (this.selection !== before) this.#fire("briefing-selection");
    }

    /** @param {string} type */
    #fire(type) {
      const parts = NAMES.map((name) => [name, this.getAttribute(name) || undefined]);
      const detail = { query: this.selection, ...Object.fromEntries(parts) };
      this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
    }

    #wish() {
      const theme = this.getAttribute("theme") ?? "";
      return { query: this.selection, theme: /^(light|dark)$/.test(theme) ? theme : "auto", language: this.lang };
    }

    /** Brings frame and address in line with the attributes. */
    #sync() {
      if (!this.isConnected) return;
      this.#start ??= this.selection;
      const param = this.getAttribute("url-param");
      if (param !== this.#param) {
        this.#param = param;
        if (param) this.selection = this.#shared();
      }

      const src = new URL(this.getAttribute("src") || home, document.baseURI).href.split("#")[0];
      if (src !== this.#src) this.#load(src);

      const height = parseInt(this.getAttribute("height") ?? "") || this.#height;
      const isShown = this.#isReady && height > 0;
      this.#frame.title = this.title || "AUKUS briefing";
      this.#frame.style.height = height > 0 ? `${height}px` : "";
      this.#frame.inert = !isShown;
      this.toggleAttribute("data-ready", isShown);

      if (this.#isReady) this.#tell(this.#wish());
      if (param && this.selection !== this.#shared()) {
        // Not at once: browsers refuse when a drag along the dates changes the address too often.
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#share(param), 100);
      }
    }

    /** Always a new frame: a new address in the old one would be a step of the reader's Back button. @param {string} src */
    #load(src) {
      const frame = document.createElement("iframe");
      const { query, theme, language } = (this.#told = this.#wish());
      this.#src = src;
      this.#isReady = false;
      this.#nonce = Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join("");
      frame.loading = "lazy";
      frame.allow = "clipboard-write";
      frame.sandbox.value = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
      frame.src = `${src}#${query}${query && "&"}embed=${this.#nonce}&theme=${theme}&lang=${encodeURIComponent(language)}`;
      this.#frame.replaceWith(frame);
      this.#frame = frame;
    }

    /** @param {{ query: string, theme: string, language: string }} wish */
    #tell(wish) {
      /** @param {string} type @param {"query" | "theme" | "language"} key */
      const say = (type, key) => {
        if (wish[key] === this.#told[key]) return;
        const message = { "aukus-briefing": 1, nonce: this.#nonce, type, [key]: wish[key] };
        this.#frame.contentWindow?.postMessage(message, "*");
      };
      say("select", "query");
      say("theme", "theme");
      say("language", "language");
      this.#told = wish;
    }

    /** The selection in the host's address, else the author's. */
    #shared() {
      return new URLSearchParams(location.search).get(this.#param ?? "") ?? this.#start ?? "";
    }

    /** Puts the selection into the host's address, and leaves the rest of it as it is. @param {string} param */
    #share(param) {
      if (!this.isConnected) return;
      const url = new URL(location.href);
      const pairs = url.search.slice(1).split("&");
      const kept = pairs.filter((pair) => pair && !new URLSearchParams(pair).has(param));
      if (this.selection !== this.#start) kept.push([param, this.selection].map(encodeURIComponent).join("="));
      url.search = kept.join("&");
      try {
        history.replaceState(history.state, "", url);
      } catch {
        // A page without an address of its own, such as a preview: there is nothing to share.
      }
    }
  }

  // Posts on one page may each bring the script.
  if (!customElements.get("aukus-briefing")) customElements.define("aukus-briefing", AukusBriefing);
})();
