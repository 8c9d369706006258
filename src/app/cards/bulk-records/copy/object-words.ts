import { say, sayIfKnown } from './say.ts';

/** "Contacts"; of an object that is not HubSpot's own its label, where it is known. */
export function nameOfObject(objectType: string, label: string = objectType): string {
  return sayIfKnown(`object.${objectType}`) ?? label;
}

/** "contact", inside a sentence about one record; of an object that is not HubSpot's own "record". */
export function nameOfOne(objectType: string): string {
  return sayIfKnown(`oneObject.${objectType}`) ?? say('association.someRecord');
}
