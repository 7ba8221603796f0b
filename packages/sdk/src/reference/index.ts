import { RostrumCode } from './rostrum-code.ts';
import { RostrumReference } from './rostrum-reference.ts';
import { RostrumReferenceAction } from './rostrum-reference-action.ts';
import { RostrumReferenceAnswer } from './rostrum-reference-answer.ts';
import { RostrumReferenceCompatibility } from './rostrum-reference-compatibility.ts';
import { RostrumReferenceItems } from './rostrum-reference-items.ts';
import { RostrumReferenceList } from './rostrum-reference-list.ts';
import { RostrumReferenceObject } from './rostrum-reference-object.ts';
import { RostrumReferenceOverview } from './rostrum-reference-overview.ts';
import { RostrumReferenceSamples } from './rostrum-reference-samples.ts';
import { RostrumReferenceSession } from './rostrum-reference-session.ts';
import { RostrumReferenceTry } from './rostrum-reference-try.ts';
import { RostrumReferenceType } from './rostrum-reference-type.ts';
import { RostrumReferenceValue } from './rostrum-reference-value.ts';

export { RostrumReference };

/** Importing this file defines the elements; a page that already has them keeps the ones it has. */
const ELEMENTS: Readonly<Record<string, CustomElementConstructor>> = {
  'rostrum-code': RostrumCode,
  'rostrum-reference-value': RostrumReferenceValue,
  'rostrum-reference-object': RostrumReferenceObject,
  'rostrum-reference-items': RostrumReferenceItems,
  'rostrum-reference-session': RostrumReferenceSession,
  'rostrum-reference-answer': RostrumReferenceAnswer,
  'rostrum-reference-try': RostrumReferenceTry,
  'rostrum-reference-samples': RostrumReferenceSamples,
  'rostrum-reference-action': RostrumReferenceAction,
  'rostrum-reference-type': RostrumReferenceType,
  'rostrum-reference-overview': RostrumReferenceOverview,
  'rostrum-reference-compatibility': RostrumReferenceCompatibility,
  'rostrum-reference-list': RostrumReferenceList,
  'rostrum-reference': RostrumReference,
};

for (const [name, element] of Object.entries(ELEMENTS)) {
  if (customElements.get(name) === undefined) customElements.define(name, element);
}
