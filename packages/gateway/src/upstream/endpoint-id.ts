/** The unique id of an endpoint: the model, and the tag of the endpoint, such as `acme/tiny#local`. */
export function toEndpointId(model: string, tag: string): string {
  return `${model}#${tag}`;
}
