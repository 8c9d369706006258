import { addressBookSheets } from './labelled/address-books.ts';
import { billingToolSheets } from './labelled/billing-tools.ts';
import { formAndEventSheets } from './labelled/forms-and-events.ts';
import { handMadeEnglishSheets } from './labelled/hand-made-english.ts';
import { handMadeGermanSheets } from './labelled/hand-made-german.ts';
import { handMadeJapaneseSheets } from './labelled/hand-made-japanese.ts';
import { handMadeRomanceSheets } from './labelled/hand-made-romance.ts';
import { hubspotSheets } from './labelled/hubspot.ts';
import type { LabelledSheet } from './labelled/labelled-sheet.ts';
import { mailingToolSheets } from './labelled/mailing-tools.ts';
import { otherCrmSheets } from './labelled/other-crms.ts';
import { pipedriveSheets } from './labelled/pipedrive.ts';
import { prospectingSheets } from './labelled/prospecting.ts';
import { salesforceSheets } from './labelled/salesforce.ts';
import { shopSheets } from './labelled/shops.ts';
import { supportDeskSheets } from './labelled/support-desks.ts';

/**
 * What the columns of other systems' exports are called and where each belongs, written down without looking at
 * the aliases the product knows: a list to measure by, not to tune by.
 */
export const LABELLED_SHEETS: readonly LabelledSheet[] = [
  ...salesforceSheets,
  ...pipedriveSheets,
  ...addressBookSheets,
  ...mailingToolSheets,
  ...prospectingSheets,
  ...shopSheets,
  ...billingToolSheets,
  ...hubspotSheets,
  ...otherCrmSheets,
  ...supportDeskSheets,
  ...formAndEventSheets,
  ...handMadeEnglishSheets,
  ...handMadeGermanSheets,
  ...handMadeRomanceSheets,
  ...handMadeJapaneseSheets,
];
