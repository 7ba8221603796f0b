/** An object of an answer from which a response profile has taken properties: encoders add none to it. */
export class ProfiledObject {
  readonly objectType: string;
  readonly [name: string]: unknown;

  constructor(objectType: string, properties: object) {
    this.objectType = objectType;
    Object.assign(this, properties);
  }
}
