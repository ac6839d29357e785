import { asFailure, type FailureCode } from '@/lib/shared/failure';

/** Typing is saved at most this much later, ms; typing on does not put it off. */
export const SAVE_WITHIN = 150;
/** How long after a save a differing text from outside is left to be followed by ours, ms. */
const SETTLES_WITHIN = 1000;
/** So many own texts are remembered to know their echoes by. */
const ECHOES = 50;

/** What the saver needs of its field. */
export interface NoteSaverPorts {
  /** Stores `text`, which grew from `base`; gives what is stored, others' words merged in. */
  save(base: string, text: string): Promise<string>;
  /** The same by way of somebody who outlives this page; nobody waits. */
  leave(base: string, text: string): void;
  /** Shows another text in the field. */
  show(text: string): void;
  /** Says that saving failed, or (undefined) no longer fails. */
  report(code: FailureCode | undefined): void;
}

/**
 * Saves a note while it is typed. One save is under way at a time; what is typed meanwhile goes
 * with the next. `base` is the text last known to be stored, so that the store can merge what
 * another tab wrote since.
 */
export class NoteSaver {
  private base: string;
  private text: string;
  /** The text of the save under way. */
  private sent: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private settling: ReturnType<typeof setTimeout> | undefined;
  /** Texts we stored that have not come back to us as the outside's text yet. */
  private echoes: string[] = [];
  /** The outside's text that the field does not show yet. */
  private outside: string | undefined;
  private left: string | undefined;
  private failed = false;
  private closed = false;

  constructor(
    stored: string,
    private readonly ports: NoteSaverPorts,
  ) {
    this.base = this.text = stored;
  }

  /** The field holds `text` now. */
  type(text: string): void {
    this.text = text;
    this.left = undefined;
    if (this.sent === undefined) this.timer ??= setTimeout(() => this.flush(), SAVE_WITHIN);
  }

  /** Saves at once what is not saved yet. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    // While a save is under way the next one starts when it ends.
    if (this.sent === undefined && this.text !== this.base) void this.send();
  }

  /** The page may be gone in a moment. */
  leave(): void {
    if (this.text !== this.base && this.text !== this.left) {
      this.left = this.text;
      // A save under way will have been made by then; the page goes, the store does not.
      this.ports.leave(this.sent ?? this.base, this.text);
    }
    this.flush();
  }

  /** The field goes, the page stays: what is unsaved is saved all the same. */
  close(): void {
    this.closed = true;
    clearTimeout(this.settling);
    this.flush();
  }

  /** The stored text as others see it is `note`. Taken over, unless the reader is writing. */
  storedElsewhere(note: string): void {
    this.outside = this.isOldEcho(note) ? undefined : note;
    this.takeOutside();
  }

  /** Own words coming back late, with newer ones stored since: no news. */
  private isOldEcho(note: string): boolean {
    const echo = this.echoes.lastIndexOf(note);
    return echo >= 0 && echo < this.echoes.length - 1;
  }

  private takeOutside(): void {
    const writing = this.text !== this.base || this.sent !== undefined;
    if (this.outside === undefined || writing || this.closed) return;
    const shown = this.text;
    this.base = this.text = this.outside;
    this.outside = undefined;
    if (this.text !== shown) this.ports.show(this.text);
  }

  private async send(): Promise<void> {
    const sent = (this.sent = this.text);
    clearTimeout(this.settling);
    this.remember(sent);
    try {
      const stored = await this.ports.save(this.base, sent);
      this.sent = undefined;
      this.onStored(sent, stored);
    } catch (error) {
      this.sent = undefined;
      this.onFailed(error);
    }
  }

  private onStored(sent: string, stored: string): void {
    if (stored !== sent) this.remember(stored);
    if (this.failed) this.ports.report(undefined);
    this.failed = false;
    if (this.text !== sent) {
      // Typed on meanwhile. What was merged in is in the store and comes with the next answer.
      this.base = sent;
      this.flush();
      return;
    }
    this.base = this.text = stored;
    if (this.outside !== undefined && this.isOldEcho(this.outside)) this.outside = undefined;
    if (stored !== sent && !this.closed) this.ports.show(stored);
    // A text from outside that came during the save is either older, and ours will follow it, or
    // newer, and nothing will: so look again once the first would have happened.
    this.settling = setTimeout(() => this.takeOutside(), SETTLES_WITHIN);
  }

  private onFailed(error: unknown): void {
    this.failed = true;
    // With the field gone nobody can press Retry: one last try by another way.
    if (this.closed) this.ports.leave(this.base, this.text);
    else this.ports.report(asFailure(error).code);
  }

  private remember(text: string): void {
    this.echoes.push(text);
    if (this.echoes.length > ECHOES) this.echoes.shift();
  }
}
