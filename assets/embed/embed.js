// @ts-check
// MIT licence, see README.md
if (!customElements.get("aukus-briefing")) {
  const KEYS = "{{keys}}".split(" ");
  const script = document.currentScript?.getAttribute("src") ?? "";
  const home = new URL("aukus-briefing.html", new URL(script, document.baseURI)).href;

  // See-through while it loads: browsers do not run a hidden frame.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { display: block; position: relative; min-height: 720px; max-width: 100% }
    :host([height=box]) { min-height: 20rem; aspect-ratio: 4 / 3 }
    :host([height]:not([height=box], [height=auto])), :host([data-ready]:not([height=box])) { min-height: 0 !important; aspect-ratio: auto !important }
    :host([hidden]), :host([data-ready]) slot { display: none }
    slot { display: block; position: absolute; inset: 0; overflow: auto }
    iframe { display: block; width: 100%; border: 0 }
    :host([height=box]) iframe { position: absolute; height: 100% }
    iframe[inert] { opacity: 0 }
    b { position: absolute; inset: auto 0 0; max-height: 8rem }
  `);

  class AukusBriefing extends HTMLElement {
    static observedAttributes = [...KEYS, "src", "edition", "theme", "lang", "height", "title"];

    #root = this.attachShadow({ mode: "open" });
    #frame = document.createElement("iframe");
    #nonce = "";
    #src = "";
    #isReady = false;
    #height = 0;
    #timer = 0;
    #start = "";
    #chosen = -Infinity;
    // What the frame knows: only what differs is sent.
    #told = this.#wishes();

    constructor() {
      super();
      this.#root.adoptedStyleSheets = [sheet];
      this.#root.append(document.createElement("slot"));
    }

    get selection() {
      const pairs = KEYS.map((name) => [name, this.getAttribute(name) ?? ""]);
      return `${new URLSearchParams(pairs.filter(([, value]) => value))}`;
    }

    set selection(query) {
      const params = new URLSearchParams(query);
      for (const name of KEYS) {
        const value = params.get(name);
        if (value) this.setAttribute(name, value);
        else this.removeAttribute(name);
      }
    }

    connectedCallback() {
      addEventListener("message", this);
      addEventListener("popstate", this);
      this.#start = this.selection;
      this.selection = this.#shared();
      this.attributeChangedCallback();
    }

    disconnectedCallback() {
      removeEventListener("message", this);
      removeEventListener("popstate", this);
      clearTimeout(this.#timer);
      this.#src = "";
    }

    // The first of several calls does it all.
    attributeChangedCallback() {
      queueMicrotask(() => this.#sync());
    }

    /** @param {any} event */
    handleEvent({ type: cause, source, data, timeStamp }) {
      if (cause === "popstate") this.selection = this.#shared();
      // Not by origin: a sandboxed frame has none.
      if (!source || source !== this.#frame.contentWindow) return;
      const own = (key = "") => Object.hasOwn(Object(data), key) && data[key];
      const [version, nonce, type, query, height, top] = ["aukus-briefing", "nonce", "type", "query", "height", "top"].map(own);
      if (version !== 1 || nonce !== this.#nonce) return;
      const before = this.selection;
      const isReady = type === "ready";
      const isView = (isReady || type === "selection") && typeof query === "string" && query.length <= 2000;
      // What the host changed during loading holds.
      if (isView && (!isReady || before === this.#told.select)) {
        this.selection = query;
        this.#told.select = this.selection;
      }
      this.#isReady ||= isView && isReady;
      const isHeight = Number.isInteger(height) && height > 0 && height <= 20000;
      if (isHeight && (isReady || type === "height")) this.#height = height;
      if (isReady) this.#told.capped = false;
      const isAsked = type === "show-all" && this.#isCapped();
      if (isAsked) this.setAttribute("height", "auto");
      this.#sync();
      // The frame scrolls no more. What is read stays where it is.
      if (isAsked && Number.isInteger(top) && top) this.#show(top, this.getBoundingClientRect().top);
      if (isView) this.#chosen = isReady ? -Infinity : timeStamp;
      // Only what the reader has just chosen in the frame, and only once.
      if (type === "scroll" && Number.isInteger(top) && timeStamp < this.#chosen + 1000) this.#show(top);
      if (this.selection !== before) this.#fire("briefing-selection");
      if (isView && isReady) this.#fire("briefing-ready");
    }

    #fire(type = "") {
      const query = this.selection;
      const detail = { query, ...Object.fromEntries(new URLSearchParams(query)) };
      this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
    }

    /** @returns {Record<string, any>} */
    #wishes() {
      return { select: this.selection, theme: this.getAttribute("theme") || "auto", language: this.lang, capped: this.#isCapped() };
    }

    #isCapped() {
      return !this.getAttribute("height") && this.#height > 720;
    }

    #sync() {
      if (!this.isConnected) return;
      const src = this.#address();
      if (src !== this.#src) this.#load((this.#src = src));

      const keepPlace = this.#place();
      const given = this.getAttribute("height");
      const height = Number(given) || (this.#isCapped() ? 720 : this.#height);
      this.#frame.title = this.title || "AUKUS briefing";
      this.#frame.height = String(height || "");
      this.#frame.inert = !this.#isReady || !(height || given === "box");
      this.toggleAttribute("data-ready", !this.#frame.inert);
      keepPlace();

      if (this.#isReady) this.#tell();
      // Browsers refuse frequent changes.
      clearTimeout(this.#timer);
      if (this.selection !== this.#shared()) this.#timer = setTimeout(() => this.#share(), 100);
    }

    // The latest edition, unless one is named.
    #address() {
      const latest = new URL(this.getAttribute("src") || home, document.baseURI);
      const edition = this.getAttribute("edition") ?? "";
      const isOne = /^[1-9]\d*$/.test(edition) && Number(edition) < 65536;
      return (isOne ? new URL(`editions/${edition}/aukus-briefing.html`, latest) : latest).href.split("#")[0];
    }

    // Where the reader is, if that is below the element, to be kept when its height changes. Most browsers do so by themselves.
    #place() {
      /** @type {any} */
      let box = CSS.supports("overflow-anchor", "none") ? null : this;
      while (box && !box.scrollTop) box = box.assignedSlot ?? box.parentNode ?? box.host;
      if (!box || this.getBoundingClientRect().bottom > Math.max(0, box.getBoundingClientRect().top)) return () => {};
      const place = box.scrollTop - box.scrollHeight;
      return () => box.scrollTo({ top: place + box.scrollHeight, behavior: "instant" });
    }

    // A place in the frame that is out of sight, or so far from the top.
    #show(top = 0, from = NaN) {
      this.#chosen = -Infinity;
      if (top < 0 || top >= this.#frame.clientHeight) return;
      const mark = document.createElement("b");
      mark.style.top = `${top}px`;
      mark.style.scrollMarginTop = `${from}px`;
      // WebKit: what is lower does not reach.
      if (from < 0) mark.style.maxHeight = "none";
      this.#root.append(mark);
      mark.scrollIntoView(isNaN(from) ? { block: "nearest" } : { block: "start", behavior: "instant" });
      mark.remove();
    }

    // A new address in the old frame would be a step of Back.
    #load(src = "") {
      const { select, theme, language } = (this.#told = this.#wishes());
      this.#isReady = false;
      this.#nonce = crypto.getRandomValues(new BigUint64Array(1))[0].toString(36);
      this.#frame.remove();
      this.#frame = Object.assign(document.createElement("iframe"), {
        loading: "lazy",
        allow: "clipboard-write",
        sandbox: "allow-scripts allow-popups allow-popups-to-escape-sandbox",
        src: `${src}#${select}&${new URLSearchParams({ embed: this.#nonce, theme, lang: language })}`,
      });
      this.#root.append(this.#frame);
    }

    #tell() {
      for (const [type, value] of Object.entries(this.#wishes())) {
        if (value === this.#told[type]) continue;
        this.#told[type] = value;
        const message = { "aukus-briefing": 1, nonce: this.#nonce, type, [type === "select" ? "query" : type]: value };
        this.#frame.contentWindow?.postMessage(message, "*");
      }
    }

    // The address's selection, else the author's.
    #shared() {
      const name = this.getAttribute("url-param");
      return name ? new URLSearchParams(location.search).get(name) ?? this.#start : this.selection;
    }

    #share() {
      const url = new URL(location.href);
      url.searchParams.set(this.getAttribute("url-param") ?? "", this.selection);
      history.replaceState(history.state, "", url);
    }
  }

  customElements.define("aukus-briefing", AukusBriefing);
}
