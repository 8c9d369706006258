import type { LabelledSheet } from './labelled-sheet.ts';

const shopifyCustomers = `
Customer ID | - | '7012345678901 ; '7012345678902
First Name | firstname | Clara ; Jonas
Last Name | lastname | Vogel ; Lindqvist
Email | email | clara@example.org ; jonas@example.org
Accepts Email Marketing | - | yes ; no
Default Address Company | company | Nordwind Energie
Default Address Address1 | address | Hafenstr. 12 ; 4 Kungsgatan
Default Address Address2 | - | 2nd floor
Default Address City | city | Hamburg ; Stockholm
Default Address Province Code | hs_state_code? | HH
Default Address Country Code | hs_country_region_code? | DE ; SE
Default Address Zip | zip | 20457 ; 11143
Default Address Phone | - | +49 40 5550101
Phone | phone | +491515550101
Accepts SMS Marketing | - | no ; no
Total Spent | - | 312.50 ; 0.00
Total Orders | - | 3 ; 0
Note | internal_note? | likes blue
Tax Exempt | - | no
Tags | - | newsletter, vip
`;

const shopifyProducts = `
Handle | - | heat-pump-8kw ; heat-pump-12kw
Title | name | Heat pump 8 kW ; Heat pump 12 kW
Body (HTML) | description | <p>Quiet.</p> ; <p>Strong.</p>
Vendor | - | Nordwind
Product Category | - | Hardware > Heating
Type | - | Heat pumps
Tags | - | heating
Published | - | TRUE ; FALSE
Option1 Name | - | Size
Option1 Value | - | 8 kW ; 12 kW
Variant SKU | hs_sku | HP-08 ; HP-12
Variant Grams | - | 85000 ; 92000
Variant Inventory Tracker | - | shopify
Variant Inventory Qty | - | 4 ; 7
Variant Inventory Policy | - | deny
Variant Price | price | 4999.00 ; 6499.00
Variant Compare At Price | - | 5499.00
Variant Requires Shipping | - | TRUE
Variant Taxable | - | TRUE
Variant Barcode | - | 4012345678901
Image Src | hs_images | https://cdn.example.com/hp08.jpg
Image Position | - | 1 ; 2
Image Alt Text | - | Heat pump
Gift Card | - | FALSE
SEO Title | - | Heat pump
SEO Description | - | Quiet heat pump
Google Shopping / MPN | - | NW-08
Cost per item | hs_cost_of_goods_sold | 2999.00 ; 3999.00
Status | - | active ; draft
`;

const shopifyOrders = `
Name | - | #1001 ; #1002
Email | email | clara@example.org ; jonas@example.org
Financial Status | - | paid ; refunded
Paid at | - | 2026-03-04 09:12:00 +0100
Fulfillment Status | - | fulfilled
Currency | - | EUR
Subtotal | - | 49.90
Shipping | - | 4.90
Taxes | - | 7.97
Total | - | 54.80
Discount Code | - | SPRING
Lineitem name | - | Mug
Lineitem sku | - | MUG-1
Billing Name | - | Clara Vogel
Billing Street | address? | Hafenstr. 12
Billing City | city? | Hamburg
Billing Zip | zip? | '20457
Billing Country | country? | DE
Billing Phone | phone? | +49 40 5550101
Shipping Name | - | Clara Vogel
Shipping City | - | Hamburg
Shipping Zip | - | '20457
Cancelled at | -
Payment Method | - | Stripe
Vendor | - | Nordwind
Id | - | 5012345678901 ; 5012345678902
`;

const wooCommerce = `
Order Number | - | 2041 ; 2042
Order Status | - | Completed ; Processing
Order Date | - | 2026-03-04 09:12
Customer Note | -
First Name (Billing) | firstname | Clara ; Jonas
Last Name (Billing) | lastname | Vogel ; Lindqvist
Company (Billing) | company | Nordwind Energie
Address 1&2 (Billing) | address | Hafenstr. 12
City (Billing) | city | Hamburg
State Code (Billing) | hs_state_code? | HH
Postcode (Billing) | zip | 20457
Country Code (Billing) | hs_country_region_code? | DE
Email (Billing) | email | clara@example.org ; jonas@example.org
Phone (Billing) | phone | +49 40 5550101
First Name (Shipping) | - | Clara
Last Name (Shipping) | - | Vogel
Address 1&2 (Shipping) | - | Hafenstr. 12
City (Shipping) | - | Hamburg
Postcode (Shipping) | - | 20457
Payment Method Title | - | PayPal
Order Total Amount | - | 54.80
SKU | - | MUG-1
Item # | - | 1
Quantity (- Refund) | - | 1
Coupon Code | -
`;

export const shopSheets: readonly LabelledSheet[] = [
  { source: 'Shopify', file: 'customers', object: 'contacts', headers: shopifyCustomers },
  { source: 'Shopify', file: 'products', object: 'products', headers: shopifyProducts },
  { source: 'Shopify', file: 'orders', object: 'contacts', headers: shopifyOrders },
  { source: 'WooCommerce', file: 'orders', object: 'contacts', headers: wooCommerce },
];
