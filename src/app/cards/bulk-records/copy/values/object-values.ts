// Made from functions/src/words/en.json by `npm run words`.

export interface ObjectValues {
  'object.contacts': null;
  'object.companies': null;
  'object.deals': null;
  'object.tickets': null;
  'object.leads': null;
  'object.products': null;
  'object.line_items': null;
  'object.quotes': null;
  'object.subscriptions': null;
  'object.orders': null;
  'object.carts': null;
  'object.appointments': null;
  'object.courses': null;
  'object.listings': null;
  'object.services': null;
  'object.calls': null;
  'object.communications': null;
  'object.emails': null;
  'object.meetings': null;
  'object.notes': null;
  'object.postal_mail': null;
  'object.tasks': null;
}
