import { ApiError } from '../../errors/api-error.ts';
import type { Addresses, Server } from '../../ports.ts';
import type { PagerValue } from '../../schema/filter.ts';
import type { ServerNodeFilterValue } from '../../schema/server-node.ts';
import type { Call } from '../../session/call.ts';
import { listInMemory } from '../list-in-memory.ts';

/** An installation has one media process. */
export const MEDIA_NODE_ID = 1;

/** Values of KalturaServerNodeStatus. */
const ACTIVE = 1;
const NOT_OPERATIONAL = 5;

const FIELDS = {
  id: ({ id }: Node) => id,
  heartbeatTime: ({ heartbeatTime }: Node) => heartbeatTime,
  name: ({ name }: Node) => name,
  systemName: ({ systemName }: Node) => systemName,
  hostName: ({ hostName }: Node) => hostName,
  status: ({ status }: Node) => status,
  type: ({ type }: Node) => type,
  dc: ({ dc }: Node) => dc,
} as const;

/** The server that encoders connect to, as far as this installation is one. */
export class ServerNodeService {
  readonly #server: Server;
  readonly #addresses: Addresses;

  constructor(server: Server, addresses: Addresses) {
    this.#server = server;
    this.#addresses = addresses;
  }

  get(call: Call, { serverNodeId }: { readonly serverNodeId: number }) {
    if (serverNodeId !== MEDIA_NODE_ID) throw new ApiError('INVALID_OBJECT_ID', serverNodeId);
    return this.#node(call);
  }

  list(
    call: Call,
    {
      filter,
      pager,
    }: { readonly filter: ServerNodeFilterValue | null; readonly pager: PagerValue | null },
  ) {
    const { totalCount, items } = listInMemory([this.#node(call)], filter, pager, FIELDS);
    return { objectType: 'KalturaServerNodeListResponse', totalCount, objects: items };
  }

  #node({ requestHost }: Call) {
    const media = this.#server.processes().find(({ name }) => name === 'media');
    const heard = this.#server.storeHealth();
    return {
      objectType: 'KalturaLiveClusterMediaServerNode',
      id: MEDIA_NODE_ID,
      heartbeatTime: heard === null ? null : Math.floor(heard.atMs / 1000),
      name: 'Media',
      systemName: 'media',
      description: 'Takes streams in, packages and delivers them.',
      hostName: this.#addresses.rtmp(requestHost).host,
      status: media?.isReady ? ACTIVE : NOT_OPERATIONAL,
      type: 'liveCluster.LIVE_CLUSTER_MEDIA_SERVER',
      dc: 0,
    };
  }
}

type Node = {
  readonly id: number;
  readonly heartbeatTime: number | null;
  readonly name: string;
  readonly systemName: string;
  readonly hostName: string;
  readonly status: number;
  readonly type: string;
  readonly dc: number;
};
