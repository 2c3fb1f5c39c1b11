// What the functions in js/ find in a page, for editors that check them. A query returns whatever the page has there.
interface ParentNode {
  querySelector(selector: string): any;
  querySelectorAll(selector: string): NodeListOf<any>;
}
interface Document {
  querySelector(selector: string): any;
  querySelectorAll(selector: string): NodeListOf<any>;
}
interface Window {
  [name: string]: any;
}
interface EventTarget {
  closest?: any;
  src?: string;
  href?: string;
}
declare const axe: any;
declare const scheduler: any;
declare const viewOf: any;
