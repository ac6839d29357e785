import { asFailure, type FailureCode } from '@/lib/shared/failure';

/** Maximum delay of a save, ms; not extended by typing. */
export const SAVE_WITHIN = 150;
/** Delay before adopting a text from outside, ms: it may predate the last save. */
const SETTLES_WITHIN = 1000;
/** Number of texts kept to recognise echoes. */
const ECHOES = 50;

export interface NoteSaverPorts {
  /** Stores `text`, edited from `base`; resolves to the stored text, merged with others' edits. */
  save(base: string, text: string): Promise<string>;
  /** Sends the save to the background, which survives this page. Fire and forget. */
  leave(base: string, text: string): void;
  show(text: string): void;
  /** A failure; undefined once resolved. */
  report(code: FailureCode | undefined): void;
}

/**
 * Saves a note while typed, one save at a time; later text goes with the next. `base` is the last
 * known stored text, for merging other tabs' edits.
 */
export class NoteSaver {
  private base: string;
  private text: string;
  /** Being saved. */
  private sent: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private settling: ReturnType<typeof setTimeout> | undefined;
  /** Own stored texts that `storedElsewhere` may still get. */
  private echoes: string[] = [];
  /** Not yet in the field. */
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

  /** Call on input. */
  type(text: string): void {
    this.text = text;
    this.left = undefined;
    if (this.sent === undefined) this.timer ??= setTimeout(() => this.flush(), SAVE_WITHIN);
  }

  /** Saves at once. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    // Otherwise, the running save starts the next when it ends.
    if (this.sent === undefined && this.text !== this.base) void this.send();
  }

  /** Call if the page may be closing. */
  leave(): void {
    if (this.text !== this.base && this.text !== this.left) {
      this.left = this.text;
      // The running save completes even so: its text is the base.
      this.ports.leave(this.sent ?? this.base, this.text);
    }
    this.flush();
  }

  /** Call on unmount; saves unsaved text. */
  close(): void {
    this.closed = true;
    clearTimeout(this.settling);
    this.flush();
  }

  /** Call when the stored note changes. Adopts it unless the reader is writing. */
  storedElsewhere(note: string): void {
    this.outside = this.isOldEcho(note) ? undefined : note;
    this.takeOutside();
  }

  /** A late echo of an own text since replaced. */
  private isOldEcho(note: string): boolean {
    const echo = this.echoes.lastIndexOf(note);
    return echo >= 0 && echo < this.echoes.length - 1;
  }

  private takeOutside(): void {
    const writing = this.text !== this.base || this.sent !== undefined;
    if (this.outside === undefined || writing || this.settling !== undefined || this.closed) return;
    const shown = this.text;
    this.base = this.text = this.outside;
    this.outside = undefined;
    if (this.text !== shown) this.ports.show(this.text);
  }

  private async send(): Promise<void> {
    const sent = (this.sent = this.text);
    clearTimeout(this.settling);
    this.settling = undefined;
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
      // Typed during the save; the next result brings the merged text.
      this.base = sent;
      this.flush();
      return;
    }
    this.base = this.text = stored;
    if (this.outside !== undefined && this.isOldEcho(this.outside)) this.outside = undefined;
    if (stored !== sent && !this.closed) this.ports.show(stored);
    // A text from outside is either older than our own, which follows, or the newest: check later.
    this.settling = setTimeout(() => {
      this.settling = undefined;
      this.takeOutside();
    }, SETTLES_WITHIN);
  }

  private onFailed(error: unknown): void {
    this.failed = true;
    // No Retry button: try once through the background.
    if (this.closed) this.ports.leave(this.base, this.text);
    else this.ports.report(asFailure(error).code);
  }

  private remember(text: string): void {
    this.echoes.push(text);
    if (this.echoes.length > ECHOES) this.echoes.shift();
  }
}
