import { base, tokens } from '@rostrum/sdk/design';
import { html, LitElement } from 'lit';
import '../parts/console-page.ts';
import type { ConsoleContext } from '../frame/console-context.ts';
import { partStyles } from '../parts/part-styles.ts';

/** The webcasts of the account. */
export class ConsoleWebcasts extends LitElement {
  static override properties = { console: { attribute: false }, search: { attribute: false } };
  declare console: ConsoleContext;
  declare params: Readonly<Record<string, string>>;
  declare search: string;
  static override styles = [tokens, base, partStyles];
  override connectedCallback(): void {
    super.connectedCallback();
    this.console.setTitle('Webcasts');
  }
  protected override render() {
    return html`<console-page .heading=${'Webcasts'}></console-page>`;
  }
}

customElements.define('console-webcasts', ConsoleWebcasts);
