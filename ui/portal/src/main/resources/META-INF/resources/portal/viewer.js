// Shows the scans that stand as links in an element: one after the other, PDF page by page. Nothing of a document is run: pdf.js draws it.

const STEP = 1.25;
const SMALLEST = 0.1;
const LARGEST = 8;
const MOST_PIXELS = 16_000_000;
const CLICK = 5;

const button = (id, text, title, act) => {
  const made = document.createElement('button');
  made.type = 'button';
  made.id = `viewer-${id}`;
  made.textContent = text;
  made.title = title;
  made.addEventListener('click', act);
  return made;
};

const div = (style, ...children) => {
  const made = document.createElement('div');
  made.className = style;
  made.append(...children);
  return made;
};

class Picture {
  static async open(link) {
    const image = new Image();
    image.alt = link.dataset.name;
    image.draggable = false;
    image.src = link.href;
    await image.decode();
    return new Picture(image);
  }

  constructor(image) {
    this.image = image;
    this.pages = 1;
  }

  async page() {
    return {
      element: this.image,
      width: this.image.naturalWidth,
      height: this.image.naturalHeight,
      draw: () => {},
    };
  }

  close() {}
}

class Pdf {
  static async open(link, script) {
    const pdfjs = await import(script);
    const folder = script.slice(0, script.lastIndexOf('/') + 1);
    pdfjs.GlobalWorkerOptions.workerSrc = `${folder}pdf.worker.min.js`;
    const answer = await fetch(link.href);
    if (!answer.ok) throw new Error(answer.status);
    const task = pdfjs.getDocument({
      data: await answer.arrayBuffer(),
      cMapUrl: `${folder}cmaps/`,
      cMapPacked: true,
      standardFontDataUrl: `${folder}standard_fonts/`,
      isEvalSupported: false,
      enableXfa: false,
      maxImageSize: 100_000_000,
    });
    return new Pdf(task, await task.promise);
  }

  constructor(task, document) {
    this.task = task;
    this.document = document;
    this.pages = document.numPages;
  }

  async page(number) {
    const page = await this.document.getPage(number);
    const size = page.getViewport({ scale: 96 / 72 });
    const canvas = document.createElement('canvas');
    let drawing = null;
    return {
      element: canvas,
      width: size.width,
      height: size.height,
      // Drawn anew at each size, as sharp as the screen and no larger than memory allows.
      draw: async (scale) => {
        const most = Math.sqrt(MOST_PIXELS / (size.width * size.height));
        const factor = Math.min(scale * (window.devicePixelRatio || 1), most);
        const viewport = page.getViewport({ scale: (factor * 96) / 72 });
        drawing?.cancel();
        const sheet = document.createElement('canvas');
        sheet.width = Math.max(1, Math.floor(viewport.width));
        sheet.height = Math.max(1, Math.floor(viewport.height));
        const mine = page.render({ canvasContext: sheet.getContext('2d'), viewport });
        drawing = mine;
        try {
          await mine.promise;
        } catch (failed) {
          if (failed?.name === 'RenderingCancelledException') return;
          throw failed;
        }
        canvas.width = sheet.width;
        canvas.height = sheet.height;
        canvas.getContext('2d').drawImage(sheet, 0, 0);
      },
    };
  }

  close() {
    this.task.destroy();
  }
}

class Viewer {
  constructor(root, first, pdfScript) {
    this.links = [...root.querySelectorAll('a')];
    this.pdfScript = pdfScript;
    this.file = first;
    this.scale = 1;
    this.angle = 0;
    this.fit = 'width';
    this.turn = 0;
    this.where = div('zj-scan-where');
    this.where.id = 'viewer-where';
    this.where.setAttribute('aria-live', 'polite');
    this.percent = div('zj-scan-percent');
    this.percent.id = 'viewer-scale';
    this.previous = button('previous', '‹ 上一页', '上一页（←）', () => this.step(-1));
    this.next = button('next', '下一页 ›', '下一页（→）', () => this.step(1));
    this.save = document.createElement('a');
    this.save.id = 'viewer-download';
    this.save.textContent = '下载';
    const tools = div(
      'zj-scan-tools',
      button('smaller', '缩小', '缩小（-）', () => this.zoom(1 / STEP)),
      this.percent,
      button('larger', '放大', '放大（+）', () => this.zoom(STEP)),
      button('width', '适合宽度', '适合宽度（W）', () => this.fitTo('width')),
      button('whole', '整页', '整页（0）', () => this.fitTo('whole')),
      button('turn', '旋转', '旋转（R）', () => this.rotate()),
      this.save,
    );
    this.bar = div('zj-scan-bar', this.previous, this.where, this.next, tools);
    this.bar.setAttribute('role', 'toolbar');
    this.bar.setAttribute('aria-label', '查看材料');
    this.sheet = div('zj-scan-sheet');
    this.stage = div('zj-scan-stage', this.sheet);
    this.stage.id = 'viewer-stage';
    this.stage.tabIndex = 0;
    root.append(this.bar, this.stage);
    this.listen(root);
    this.open(1);
    this.stage.focus();
  }

  listen(root) {
    root.addEventListener('keydown', (event) => this.key(event));
    this.stage.addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey) return;
        event.preventDefault();
        this.zoom(event.deltaY < 0 ? STEP : 1 / STEP, event);
      },
      { passive: false },
    );
    this.stage.addEventListener('pointerdown', (event) => this.drag(event));
    new ResizeObserver(() => this.fit && this.layout()).observe(this.stage);
  }

  key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const acts = {
      ArrowLeft: () => this.step(-1),
      PageUp: () => this.step(-1),
      ArrowRight: () => this.step(1),
      PageDown: () => this.step(1),
      Home: () => this.go(0, 1),
      End: () => this.go(this.links.length - 1, -1),
      '+': () => this.zoom(STEP),
      '=': () => this.zoom(STEP),
      '-': () => this.zoom(1 / STEP),
      0: () => this.fitTo('whole'),
      w: () => this.fitTo('width'),
      r: () => this.rotate(),
    };
    const act = acts[event.key] ?? acts[event.key.toLowerCase()];
    if (act) {
      event.preventDefault();
      act();
    }
  }

  /** The page moves with the hand; a click without moving enlarges it where it was clicked, and back. */
  drag(down) {
    if (down.button !== 0) return;
    const { scrollLeft, scrollTop } = this.stage;
    let moved = false;
    this.stage.setPointerCapture(down.pointerId);
    const move = (event) => {
      const [x, y] = [event.clientX - down.clientX, event.clientY - down.clientY];
      moved ||= Math.hypot(x, y) > CLICK;
      if (moved) this.stage.scrollTo(scrollLeft - x, scrollTop - y);
    };
    const end = (event) => {
      this.stage.removeEventListener('pointermove', move);
      if (!moved && event.type === 'pointerup' && this.shown) {
        if (this.fit) this.zoom(2, event);
        else this.fitTo('width');
      }
    };
    this.stage.addEventListener('pointermove', move);
    this.stage.addEventListener('pointerup', end, { once: true });
    this.stage.addEventListener('pointercancel', end, { once: true });
  }

  /** To the next or previous page, of this file or the one beside it. */
  step(by) {
    const page = this.page + by;
    if (this.source && page >= 1 && page <= this.source.pages) this.turnTo(page);
    else if (this.links[this.file + by]) this.go(this.file + by, by > 0 ? 1 : -1);
  }

  go(file, page) {
    this.file = file;
    this.open(page);
  }

  /** Opens the present file at a page, counted from its end if negative. */
  async open(page) {
    const turn = ++this.turn;
    const link = this.links[this.file];
    this.source?.close();
    this.source = null;
    this.shown = null;
    this.angle = 0;
    this.page = 1;
    this.save.href = link.href;
    this.save.download = link.dataset.name;
    this.say('正在打开…');
    try {
      const pdf = link.dataset.type === 'application/pdf';
      const source = await (pdf ? Pdf.open(link, this.pdfScript) : Picture.open(link));
      if (turn !== this.turn) {
        source.close();
        return;
      }
      this.source = source;
      await this.turnTo(page < 0 ? source.pages : page);
    } catch (failed) {
      if (turn === this.turn) this.say('无法在此显示，请下载后查看');
    }
  }

  async turnTo(number) {
    const turn = ++this.turn;
    this.page = number;
    this.mark();
    const shown = await this.source.page(number);
    if (turn !== this.turn) return;
    this.shown = shown;
    this.sheet.replaceChildren(shown.element);
    this.stage.scrollTo(0, 0);
    if (!this.fit) this.fit = 'width';
    this.layout();
  }

  say(text) {
    this.sheet.removeAttribute('style');
    this.sheet.replaceChildren(div('zj-scan-note', text));
    this.mark();
  }

  mark() {
    const pages = this.source?.pages ?? 1;
    const parts = [this.links[this.file].dataset.name];
    if (pages > 1) parts.push(`第 ${this.page} 页，共 ${pages} 页`);
    if (this.links.length > 1) parts.push(`第 ${this.file + 1} 件，共 ${this.links.length} 件`);
    this.where.textContent = parts.join(' · ');
    this.previous.disabled = this.file === 0 && this.page === 1;
    this.next.disabled = this.file === this.links.length - 1 && this.page === pages;
    // A button that can no longer be pressed would keep the keys from whoever reads on.
    if (document.activeElement?.disabled || document.activeElement === document.body) this.stage.focus();
  }

  size() {
    const { width, height } = this.shown;
    return this.angle % 180 ? [height, width] : [width, height];
  }

  fitTo(how) {
    this.fit = how;
    this.layout();
  }

  zoom(by, at) {
    if (!this.shown) return;
    const box = this.stage.getBoundingClientRect();
    const x = at ? at.clientX - box.left : box.width / 2;
    const y = at ? at.clientY - box.top : box.height / 2;
    const before = this.scale;
    const left = this.stage.scrollLeft + x;
    const top = this.stage.scrollTop + y;
    this.fit = null;
    this.scale = Math.min(LARGEST, Math.max(SMALLEST, before * by));
    this.layout();
    const grown = this.scale / before;
    this.stage.scrollTo(left * grown - x, top * grown - y);
  }

  rotate() {
    if (!this.shown) return;
    this.angle = (this.angle + 90) % 360;
    this.layout();
  }

  layout() {
    if (!this.shown) return;
    const [width, height] = this.size();
    if (this.fit) {
      const wide = (this.stage.clientWidth - 16) / width;
      const high = (this.stage.clientHeight - 16) / height;
      this.scale = Math.max(SMALLEST, this.fit === 'width' ? wide : Math.min(wide, high));
    }
    const { element } = this.shown;
    this.sheet.style.width = `${width * this.scale}px`;
    this.sheet.style.height = `${height * this.scale}px`;
    element.style.width = `${this.shown.width * this.scale}px`;
    element.style.height = `${this.shown.height * this.scale}px`;
    element.style.transform = `translate(-50%, -50%) rotate(${this.angle}deg)`;
    this.percent.textContent = `${Math.round(this.scale * 100)}%`;
    clearTimeout(this.drawing);
    const { shown, scale } = this;
    this.drawing = setTimeout(() => shown.draw(scale), 80);
  }
}

export const show = (root, first, pdfScript) => new Viewer(root, first, pdfScript);
