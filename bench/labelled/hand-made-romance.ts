import type { LabelledSheet } from './labelled-sheet.ts';

const contactos = `
N.º | - | 1 ; 2
Tratamiento | salutation | Sra. ; Sr.
Nombre | firstname | Clara ; Jonás
Apellidos | lastname | Vogel García ; Lindqvist
Correo electrónico | email | clara@example.org ; jonas@example.org
Teléfono | phone | +34 91 5550101
Móvil | mobilephone | +34 600 555010
Empresa | company | Viento Norte
Cargo | jobtitle | Compras ; Directora
Dirección | address | Calle Mayor 12
Ciudad | city | Madrid ; Bilbao
Provincia | state | Madrid ; Vizcaya
Código postal | zip | 28013 ; 48001
País | country | España
Sitio web | website | https://viento.example.com
Fecha de nacimiento | date_of_birth | 12/04/1980
Idioma | hs_language? | Español
NIF | vat_number? | B00000000
Sexo | gender | M ; H
Fecha de alta | - | 04/03/2021
Última compra | - | 02/02/2026
Comercial | hubspot_owner_id | Anna Weber
Observaciones | internal_note? | vino a la feria
Consentimiento | - | sí ; no
`;

const empresas = `
Razón social | name | Viento Norte S.L.
Sector | industry | Utilities
N.º de empleados | numberofemployees | 120
Facturación anual | annualrevenue | 12.000.000
Página web | website | https://viento.example.com
Teléfono | phone | +34 91 5550100
Ciudad | city | Madrid
Persona de contacto | - | Clara Vogel
Forma de pago | - | Transferencia
`;

const contacts = `
N° | - | 1 ; 2
Civilité | salutation | Mme ; M.
Prénom | firstname | Clara ; Jonas
Nom | lastname | Vogel ; Lindqvist
Courriel | email | clara@example.org ; jonas@example.org
Téléphone | phone | +33 1 55501010
Portable | mobilephone | +33 6 55501010
Société | company | Vent du Nord
Fonction | jobtitle | Acheteuse ; Directeur
Adresse | address | 12 rue du Port
Complément d'adresse | - | Bâtiment C
Ville | city | Lyon ; Nantes
Code postal | zip | 69001 ; 44000
Pays | country | France
Région | state? | Auvergne-Rhône-Alpes
Site internet | website | https://vent.example.com
Date de naissance | date_of_birth | 12/04/1980
Langue | hs_language? | Français
Numéro client | customer_number | K-1001
Date de création | - | 04/03/2021
Modifié le | - | 04/03/2024
Origine | - | Salon
Commercial | hubspot_owner_id | Lucas Moreau
Commentaire | internal_note? | vu au salon
Inscrit à la newsletter | newsletter_opt_in? | oui ; non
SIRET | - | 00000000000000
`;

const opportunites = `
Affaire | dealname | Vent du Nord - 40 pompes à chaleur
Montant | amount | 42 000,00
Devise | deal_currency_code | EUR
Étape | dealstage | Contract Sent
Date de clôture prévue | closedate | 31/12/2026
Responsable | hubspot_owner_id | Lucas Moreau
Client | - | Vent du Nord
N° de devis | - | D-2026-014
Taux de TVA | - | 20 %
`;

const contatos = `
Código | - | 1 ; 2
Nome | firstname? | Clara ; Jonas
Sobrenome | lastname | Vogel ; Lindqvist
E-mail | email | clara@example.org ; jonas@example.org
Telefone | phone | +55 11 55501010
Celular | mobilephone | +55 11 955501010
Empresa | company | Vento Norte
Cargo | jobtitle | Compradora
Endereço | address | Rua do Porto, 12
Bairro | - | Centro
Cidade | city | Recife ; São Paulo
Estado | state | PE ; SP
CEP | zip | 50030-230
País | country | Brasil
CPF | - | 000.000.000-00
Data de nascimento | date_of_birth | 12/04/1980
Site | website | https://vento.example.com
Gênero | gender | feminino
Data de cadastro | - | 04/03/2021
Última compra | - | 02/02/2026
Vendedor | hubspot_owner_id | Anna Weber
Observações | internal_note? | veio à feira
Origem do lead | - | Feira
`;

const negocios = `
Negócio | dealname | Vento Norte - 40 bombas
Valor | amount | 42.000,00
Moeda | deal_currency_code | EUR
Etapa | dealstage | Contract Sent
Previsão de fechamento | closedate | 31/12/2026
Motivo da perda | closed_lost_reason | Preço
Cliente | - | Vento Norte
Comissão | - | 5 %
`;

export const handMadeRomanceSheets: readonly LabelledSheet[] = [
  { source: 'Hand-made, Spanish', file: 'contactos', object: 'contacts', headers: contactos },
  { source: 'Hand-made, Spanish', file: 'empresas', object: 'companies', headers: empresas },
  { source: 'Hand-made, French', file: 'contacts', object: 'contacts', headers: contacts },
  { source: 'Hand-made, French', file: 'opportunités', object: 'deals', headers: opportunites },
  { source: 'Hand-made, Portuguese', file: 'contatos', object: 'contacts', headers: contatos },
  { source: 'Hand-made, Portuguese', file: 'negócios', object: 'deals', headers: negocios },
];
