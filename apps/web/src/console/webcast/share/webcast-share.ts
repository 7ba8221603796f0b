import { base, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement } from 'lit';
import '../../parts/console-copy.ts';
import '../../parts/console-dialog.ts';
import type { ConsoleDialog } from '../../parts/console-dialog.ts';
import { partStyles } from '../../parts/part-styles.ts';
import { shareOf } from './share-links.ts';

/** The dialog with what there is to pass on; `show()` opens it. */
export class WebcastShare extends LitElement {
  static override properties = {
    serviceUrl: { attribute: false },
    webcastId: { attribute: false },
    label: { attribute: false },
  };

  declare serviceUrl: string;
  declare webcastId: string;
  /** The webcast's title. */
  declare label: string;

  static override styles = [
    tokens,
    base,
    partStyles,
    css`
      .all {
        display: grid;
        gap: 18px;
      }

      .one {
        display: grid;
        gap: 6px;
      }
    `,
  ];

  constructor() {
    super();
    this.serviceUrl = '';
    this.webcastId = '';
    this.label = '';
  }

  async show(): Promise<void> {
    await this.updateComplete;
    await this.renderRoot.querySelector<ConsoleDialog>('console-dialog')?.show();
  }

  protected override render() {
    const { watchUrl, iframe, element } = shareOf(this.serviceUrl, this.webcastId, this.label);
    return html`<console-dialog .heading=${'Share this webcast'}>
      <div class="all">
        <div class="one">
          <console-copy .label=${'Link for viewers'} .value=${watchUrl}></console-copy>
          <p class="hint">
            The same link waits, plays and shows the replay. Who may watch is in the webcast’s
            settings.
          </p>
        </div>
        <div class="one">
          <console-copy .label=${'Code for a page'} .value=${iframe}></console-copy>
          <p class="hint">An iframe, for any page or content system.</p>
        </div>
        <div class="one">
          <console-copy .label=${'Code for an application'} .value=${element}></console-copy>
          <p class="hint">
            The element itself: a part of your page, in your page’s width and font. Your application
            can set its <code>session</code>.
          </p>
        </div>
      </div>
      <a class="button" slot="actions" href=${watchUrl} target="_blank" rel="noreferrer"
        >Open the watch page</a
      >
    </console-dialog>`;
  }
}

customElements.define('webcast-share', WebcastShare);
