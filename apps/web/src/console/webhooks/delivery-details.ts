import type { RostrumWebhookAttempt, RostrumWebhookDeliveryDetails } from '@rostrum/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { LOCALE } from '../parts/times.ts';
import { prettyJson } from './webhook-words.ts';

const MOMENT = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'medium' });

/** What was sent, and what each attempt came to: the newest first, because that is what somebody looks for. */
export function deliveryDetails(delivery: RostrumWebhookDeliveryDetails): TemplateResult {
  const attempts = delivery.attempts.toReversed();
  return html`
    ${attempts.length === 0 ? html`<p class="hint">It has not been sent yet.</p>` : nothing}
    ${
      delivery.nextAttemptAtMs === null || attempts.length === 0
        ? nothing
        : html`<p>It is tried again ${MOMENT.format(delivery.nextAttemptAtMs)}.</p>`
    }
    <ol class="attempts">
      ${attempts.map((attempt) => attemptItem(attempt))}
    </ol>
    <div class="part">
      <h3>Request</h3>
      <p class="hint mono">POST ${delivery.url}<br />webhook-id: ${delivery.eventId}</p>
      ${block('Body of the request', prettyJson(delivery.requestBody))}
    </div>
  `;
}

function attemptItem(attempt: RostrumWebhookAttempt): TemplateResult {
  const { number, sentAtMs, durationMs, statusCode, error, response } = attempt;
  const answer = statusCode === null ? 'no answer' : `answer ${statusCode}`;
  return html`<li class="part">
    <h3>
      Attempt ${number}: ${answer}
      <span class="hint"
        >${sentAtMs === null ? nothing : MOMENT.format(sentAtMs)}, ${durationMs} ms</span
      >
    </h3>
    ${error === '' ? nothing : html`<p class="fault">${error}.</p>`}
    ${response === '' ? nothing : block(`What was answered to attempt ${number}`, prettyJson(response))}
  </li>`;
}

/** It scrolls by itself, so that it can be reached by keyboard too. */
function block(name: string, text: string): TemplateResult {
  return html`<pre class="block" tabindex="0" role="group" aria-label=${name}>${text}</pre>`;
}
