export const API = 'github:acme/payments-api';
export const BATCH = 'github:acme/billing-batch';
export const LEDGER = 'github:acme/ledger-schema';
export const PORTAL = 'github:acme/portal-ui';
export const OFFICE = 'github:acme/backoffice';
export const CONFIG = 'github:acme/deploy-config';
export const SHOP = 'gitlab:gitlab.com/acme/web/shop';
export const NOTIFICATIONS = 'gitlab:gitlab.com/acme/platform/notifications';
