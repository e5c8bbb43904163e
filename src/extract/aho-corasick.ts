/** Finds many words in one pass over a text (Aho-Corasick over typed arrays: a hashed trie with failure links). */

const WIDTH = 4;

export class AhoCorasick {
  /** Alphabet: code unit -> dense letter, 0 for letters of no word. */
  private readonly letter = new Uint16Array(65536);
  /** Transitions hashed by state and letter, one cache line each: state, letter, next state. */
  private readonly cells: Int32Array;
  private readonly mask: number;
  /** Transitions of the start by letter: most letters of a text begin no word. */
  private readonly root = new Int32Array(65536);
  /** Letters that go on from a state, as bits of their low five digits: most steps fail, and fail here. */
  private readonly onward: Int32Array;
  private readonly fail: Int32Array;
  /** Word ending at a state, or -1; and the nearest shorter suffix state that ends a word, or 0. */
  private readonly word: Int32Array;
  private readonly shorter: Int32Array;
  private readonly lengths: Int32Array;
  private letters = 1;

  /** @param words the words to find; of equal words the last index is reported */
  constructor(words: readonly string[]) {
    const size = words.reduce((n, w) => n + w.length, 1);
    let slots = 16;
    while (slots < size * 2) slots *= 2;
    this.mask = slots - 1;
    this.cells = new Int32Array(slots * WIDTH);
    this.onward = new Int32Array(size);
    this.fail = new Int32Array(size);
    this.word = new Int32Array(size).fill(-1);
    this.shorter = new Int32Array(size);
    this.lengths = Int32Array.from(words, (w) => w.length);
    const parents = new Int32Array(size);
    const codes = new Uint16Array(size);
    const depths = new Int32Array(size);
    let states = 1;
    for (const [index, text] of words.entries()) {
      let state = 0;
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        const code = this.letter[unit] || this.letters++;
        this.letter[unit] = code;
        let next = this.step(state, code);
        if (next === 0) {
          next = states++;
          this.put(state, code, next);
          parents[next] = state;
          codes[next] = code;
          depths[next] = i + 1;
        }
        state = next;
      }
      if (state !== 0) this.word[state] = index;
    }
    const order = Int32Array.from({ length: states }, (_, i) => i).sort(
      (a, b) => (depths[a] as number) - (depths[b] as number),
    );
    for (const state of order) {
      if ((depths[state] as number) < 2) continue;
      const code = codes[state] as number;
      let at = this.fail[parents[state] as number] as number;
      while (at !== 0 && this.step(at, code) === 0) at = this.fail[at] as number;
      const fail = this.step(at, code);
      this.fail[state] = fail;
      this.shorter[state] = (this.word[fail] as number) >= 0 ? fail : (this.shorter[fail] as number);
    }
  }

  /** Where the transition stands, or the free cell it would take. */
  private cell(state: number, code: number): number {
    const { cells, mask } = this;
    let slot = (Math.imul(state, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 0;
    slot ^= slot >>> 15;
    for (let at = (slot & mask) * WIDTH; ; at = (++slot & mask) * WIDTH) {
      if (cells[at + 2] === 0 || (cells[at] === state && cells[at + 1] === code)) return at;
    }
  }

  private step(state: number, code: number): number {
    if (state === 0) return this.root[code] as number;
    if (((this.onward[state] as number) & (1 << code)) === 0) return 0;
    return this.cells[this.cell(state, code) + 2] as number;
  }

  private put(state: number, code: number, next: number): void {
    if (state === 0) this.root[code] = next;
    else this.cells.set([state, code, next], this.cell(state, code));
    this.onward[state] = (this.onward[state] as number) | (1 << code);
  }

  /**
   * Reports every occurrence of every word, by end offset, at one end the longest first.
   * @param text any text
   * @param report called with the word's index and its range
   */
  scan(text: string, report: (word: number, start: number, end: number) => void): void {
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      const code = this.letter[text.charCodeAt(i)] as number;
      if (code === 0) {
        state = 0;
        continue;
      }
      let next = this.step(state, code);
      while (next === 0 && state !== 0) {
        state = this.fail[state] as number;
        next = this.step(state, code);
      }
      state = next;
      let hit = (this.word[state] as number) >= 0 ? state : (this.shorter[state] as number);
      while (hit !== 0) {
        const word = this.word[hit] as number;
        report(word, i + 1 - (this.lengths[word] as number), i + 1);
        hit = this.shorter[hit] as number;
      }
    }
  }
}
