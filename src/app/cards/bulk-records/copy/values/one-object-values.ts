// Made from functions/src/words/en.json by `npm run words`.

export interface OneObjectValues {
  'oneObject.contacts': null;
  'oneObject.companies': null;
  'oneObject.deals': null;
  'oneObject.tickets': null;
  'oneObject.leads': null;
  'oneObject.products': null;
  'oneObject.line_items': null;
  'oneObject.quotes': null;
  'oneObject.subscriptions': null;
  'oneObject.orders': null;
  'oneObject.carts': null;
  'oneObject.appointments': null;
  'oneObject.courses': null;
  'oneObject.listings': null;
  'oneObject.services': null;
  'oneObject.calls': null;
  'oneObject.communications': null;
  'oneObject.emails': null;
  'oneObject.meetings': null;
  'oneObject.notes': null;
  'oneObject.postal_mail': null;
  'oneObject.tasks': null;
}
