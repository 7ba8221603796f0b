import type { Duplex } from 'node:stream';
import type { MediaLog } from '../../media-log.ts';
import { type AmfValue, readAmf0 } from '../../rtmp/amf0.ts';
import { RTMP_TYPE, USER_CONTROL } from '../../rtmp/rtmp-message.ts';
import type { Publication, PublicationGate } from '../publication.ts';
import { findAppProblem, type RtmpAddress, readRtmpAddress } from './rtmp-address.ts';
import { RtmpDeadlines } from './rtmp-deadlines.ts';
import type { RtmpLimits } from './rtmp-limits.ts';
import { abortMessage, RtmpPublishing } from './rtmp-publishing.ts';
import {
  type ConnectFacts,
  type RefusalCode,
  readConnect,
  readText,
  writeConnectError,
  writeConnectResult,
  writeResult,
  writeStatus,
} from './rtmp-replies.ts';
import { RtmpTransport } from './rtmp-transport.ts';

export type RtmpSessionOptions = {
  readonly duplex: Duplex;
  readonly protocol: 'rtmp' | 'rtmps';
  readonly remoteAddress: string;
  readonly gate: PublicationGate;
  readonly log: MediaLog;
  readonly limits: RtmpLimits;
  /** The clock that `tick` will go on with, ms. */
  readonly nowMs: number;
  /** Called once, when the connection is gone and the publication (if any) has ended. */
  readonly onClose: () => void;
};

type State =
  | { readonly name: 'opening' }
  | { readonly name: 'connected'; readonly facts: ConnectFacts }
  | { readonly name: 'authorizing'; readonly messageStreamId: number }
  | {
      readonly name: 'publishing';
      readonly facts: ConnectFacts;
      readonly publishing: RtmpPublishing;
    }
  | { readonly name: 'closing' }
  | { readonly name: 'closed' };

/** One encoder's connection, from `connect` to its goodbye. Whatever comes, nothing is thrown past it. */
export class RtmpSession {
  readonly #options: RtmpSessionOptions;
  readonly #transport: RtmpTransport;
  readonly #deadlines: RtmpDeadlines;
  #state: State = { name: 'opening' };
  #lastMessageStreamId = 0;

  constructor(options: RtmpSessionOptions) {
    this.#options = options;
    this.#deadlines = new RtmpDeadlines(options.limits, options.nowMs);
    this.#transport = new RtmpTransport(options.duplex, options.limits, {
      handleMessage: (...message) => this.#handleMessage(...message),
      handleClose: (problem) => this.#handleClose(problem),
      handleError: (error) => this.#log('error', { error }, 'RTMP session failed'),
    });
  }

  /** To be called about once a second: checks deadlines and reports what could not be used. */
  tick(nowMs: number): void {
    const state = this.#state;
    if (state.name === 'publishing') state.publishing.reportDrops();
    const overdue = this.#deadlines.check(nowMs, state.name, this.#transport);
    if (overdue === null) return;
    if (state.name === 'authorizing') {
      const text = 'The server is too busy to check this address. Please try again.';
      this.#refuse(state.messageStreamId, 'NetStream.Publish.Denied', text);
      return;
    }
    if (state.name !== 'closing') {
      this.#log('info', { reason: overdue }, 'RTMP connection given up');
    }
    this.#transport.destroy();
  }

  /** Sends the encoder away; the connection is gone within the linger time, by `tick`. */
  close(description: string): void {
    const state = this.#state;
    const messageStreamId =
      state.name === 'publishing'
        ? state.publishing.messageStreamId
        : state.name === 'authorizing'
          ? state.messageStreamId
          : 0;
    this.#refuse(messageStreamId, 'NetStream.Publish.Denied', description);
  }

  destroy(): void {
    this.#transport.destroy();
  }

  #enter(state: State): void {
    this.#state = state;
    this.#deadlines.restart();
  }

  #handleMessage(
    typeId: number,
    timestampMs: number,
    messageStreamId: number,
    payload: Uint8Array,
  ): void {
    if (typeId === RTMP_TYPE.command) this.#handleCommand(messageStreamId, payload);
    else if (typeId === RTMP_TYPE.commandAmf3) {
      this.#handleCommand(messageStreamId, unwrapAmf3(payload));
    } else if (typeId === RTMP_TYPE.dataAmf3) {
      this.#handleMedia(RTMP_TYPE.data, timestampMs, unwrapAmf3(payload));
    } else this.#handleMedia(typeId, timestampMs, payload);
  }

  #handleMedia(typeId: number, timestampMs: number, payload: Uint8Array): void {
    const state = this.#state;
    if (state.name !== 'publishing') return;
    const { publishing } = state;
    const refusal = publishing.take(typeId, timestampMs, payload);
    if (refusal === null) return;
    this.#refuse(publishing.messageStreamId, 'NetStream.Publish.Denied', refusal);
  }

  #handleCommand(messageStreamId: number, payload: Uint8Array): void {
    const [name, transaction, commandObject, argument] = readAmf0(payload).values;
    const transactionId = typeof transaction === 'number' ? transaction : 0;
    switch (name) {
      case 'connect':
        this.#connect(transactionId, commandObject);
        break;
      case 'createStream':
        this.#lastMessageStreamId++;
        this.#reply(writeResult(transactionId, this.#lastMessageStreamId));
        break;
      case 'publish':
        this.#publish(messageStreamId, readText(argument));
        break;
      case 'FCUnpublish':
      case 'closeStream':
      case 'deleteStream':
        this.#unpublish();
        break;
      case 'play':
      case 'play2': {
        const text = 'This address takes encoders only; the webcast plays on its watch page.';
        this.#refuse(messageStreamId, 'NetStream.Play.StreamNotFound', text);
        break;
      }
      case 'releaseStream':
      case 'FCPublish':
      case '_checkbw':
        this.#reply(writeResult(transactionId));
        break;
    }
  }

  #connect(transactionId: number, commandObject: AmfValue): void {
    if (this.#state.name !== 'opening') return;
    const facts = readConnect(commandObject);
    const problem = findAppProblem(facts.app);
    if (problem !== null) {
      this.#log('info', { reason: problem }, 'encoder refused');
      this.#reply(writeConnectError(transactionId, problem));
      this.#enter({ name: 'closing' });
      this.#transport.close();
      return;
    }
    this.#state = { name: 'connected', facts };
    this.#transport.sendSettings();
    this.#reply(writeConnectResult(transactionId, facts.properties));
  }

  #publish(messageStreamId: number, streamName: string): void {
    const state = this.#state;
    if (state.name === 'publishing') {
      const text = 'This connection is publishing already.';
      this.#refuse(messageStreamId, 'NetStream.Publish.BadName', text);
    }
    if (state.name !== 'connected') return;
    const { app, tcUrl } = state.facts;
    const address = readRtmpAddress(app, tcUrl, streamName);
    if ('problem' in address) {
      this.#refuse(messageStreamId, 'NetStream.Publish.BadName', address.problem);
      return;
    }
    this.#enter({ name: 'authorizing', messageStreamId });
    this.#transport.pause();
    this.#authorize(state.facts, messageStreamId, address).catch((error: unknown) => {
      this.#log('error', { error }, 'RTMP session failed');
      this.#transport.destroy();
    });
  }

  async #authorize(
    facts: ConnectFacts,
    messageStreamId: number,
    address: RtmpAddress,
  ): Promise<void> {
    const answer = await this.#askGate(facts, address);
    if (this.#state.name !== 'authorizing') {
      // The encoder went, or waited too long.
      if ('write' in answer) answer.end('broken');
    } else if ('write' in answer) {
      this.#startPublishing(facts, messageStreamId, address, answer);
    } else {
      const isTaken = answer.code === 'slot-in-use';
      const code = isTaken ? 'NetStream.Publish.BadName' : 'NetStream.Publish.Denied';
      this.#refuse(messageStreamId, code, answer.message);
    }
  }

  async #askGate(facts: ConnectFacts, address: RtmpAddress): ReturnType<PublicationGate['open']> {
    const { gate, protocol, remoteAddress } = this.#options;
    const { software } = facts;
    try {
      return await gate.open({ ...address, protocol, remoteAddress, software });
    } catch (error) {
      this.#log('error', { error, webcastId: address.webcastId }, 'publish could not be checked');
      const message = 'The server cannot check this address now. Please try again.';
      return { isAllowed: false, code: 'unavailable', message };
    }
  }

  #startPublishing(
    facts: ConnectFacts,
    messageStreamId: number,
    address: RtmpAddress,
    publication: Publication,
  ): void {
    const { log, remoteAddress, limits } = this.#options;
    const fields = { remoteAddress, software: facts.software };
    const publishing = new RtmpPublishing(
      messageStreamId,
      address,
      publication,
      log,
      fields,
      (reason) => this.close(reason),
    );
    this.#enter({ name: 'publishing', facts, publishing });
    if (publication.closed.aborted) {
      this.close(abortMessage(publication.closed));
      return;
    }
    this.#transport.allowMessageBytes(limits.maxMessageBytes);
    this.#transport.sendUserControl(USER_CONTROL.streamBegin, messageStreamId);
    const status = {
      level: 'status',
      code: 'NetStream.Publish.Start',
      description: `${address.webcastId} is being published.`,
    } as const;
    this.#reply(writeStatus('onStatus', status), messageStreamId);
    this.#transport.resume();
  }

  #unpublish(): void {
    const state = this.#state;
    if (state.name !== 'publishing') return;
    const { publishing, facts } = state;
    this.#enter({ name: 'connected', facts });
    publishing.end('clean', null);
    this.#transport.allowMessageBytes(this.#options.limits.maxCommandBytes);
    const status = {
      level: 'status',
      code: 'NetStream.Unpublish.Success',
      description: `${publishing.webcastId} is no longer published.`,
    } as const;
    this.#reply(writeStatus('onFCUnpublish', status));
    this.#reply(writeStatus('onStatus', status), publishing.messageStreamId);
  }

  /** Tells the encoder why, for its log, and closes once that is sent. */
  #refuse(messageStreamId: number, code: RefusalCode, description: string): void {
    const state = this.#state;
    if (state.name === 'closing' || state.name === 'closed') return;
    // Entered first: ending a publication may call back.
    this.#enter({ name: 'closing' });
    if (state.name === 'publishing') state.publishing.end('broken', description);
    else this.#log('info', { reason: description }, 'encoder refused');
    this.#reply(writeStatus('onStatus', { level: 'error', code, description }), messageStreamId);
    this.#transport.close();
  }

  #handleClose(problem: string | null): void {
    const state = this.#state;
    this.#state = { name: 'closed' };
    if (state.name === 'publishing') state.publishing.end('broken', problem);
    else if (problem !== null) this.#log('debug', { reason: problem }, 'RTMP connection failed');
    this.#options.onClose();
  }

  #reply(payload: Uint8Array, messageStreamId = 0): void {
    this.#transport.send(RTMP_TYPE.command, messageStreamId, payload);
  }

  #log(level: keyof MediaLog, fields: Record<string, unknown>, message: string): void {
    this.#options.log[level]({ remoteAddress: this.#options.remoteAddress, ...fields }, message);
  }
}

/** Messages for AMF 3 begin with a byte that says whether AMF 3 follows; encoders say no and go on in AMF 0. */
function unwrapAmf3(payload: Uint8Array): Uint8Array {
  return payload[0] === 0 ? payload.subarray(1) : payload;
}
