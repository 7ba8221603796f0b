import './console/frame/rostrum-console.ts';
import { renewPolicy, thisPage } from './renew-policy.ts';

// The page of a webcast whose stream comes from elsewhere may have been come to from another one.
renewPolicy(thisPage());
