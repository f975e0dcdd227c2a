/** The replacement of a secret. */
export const redacted = "[redacted]";

/** What distinguishes a credential after a scheme from an English word: a digit, a sign or inner capitals. */
const credential = String.raw`(?=[^\s"'\\,;]*(?:[\d=_.~+/-]|[a-z][A-Z]))[^\s"'\\,;]{6,}`;

/**
 * Names whose value is a secret in text: environment variables, YAML, XML, forms and object literals of other
 * languages.
 */
const secretName = String.raw`(?<![\w-])[\w-]{0,40}?(?:api[_-]?key|(?:access|private|secret|signing|encryption)[_-]?key|(?<!(?:page|next|continuation)[_-]?)token|secret|password|passwd|passphrase|pwd|credentials?|authorization|cookie)`;

/** The separator between a name and its value: with a quote only outside JSON. */
const separator = String.raw`(?:\s{0,3}(?:=>|:=|[:=>])\s{0,3}["'\x60]?|'\s{0,3}(?::|=>)\s{0,3}["'\x60]?|"?(?:\r?\n){2})`;

/** A value with a digit, so that code and prose such as `password: string` stay. */
const assigned = String.raw`(?!:)(?=[^\s"'\x60\\,;&<>{}()[\]$]{0,200}\d)[^\s"'\x60\\,;&<>{}()[\]$]{8,}`;

const assignment = `(${secretName}${separator})${assigned}`;

/** Values that are secrets anywhere. Each pattern takes linear time. */
const shapes: readonly RegExp[] = [
  // OpenRouter, OpenAI, Anthropic, DeepSeek. The label of a key, `sk-or-v1-abc...xyz`, is not a secret.
  /(?<![A-Za-z0-9])sk-(?!or-v1-\w{3}\.\.\.\w{3}(?!\w))[\w-]{6,}/g,
  /(?<![A-Za-z0-9])(?:sk|rk|pk)_(?:live|test)_\w{8,}/g,
  // Google.
  /(?<![A-Za-z0-9])(?:AIza[\w-]{20,}|ya29\.[\w.-]{10,}|GOCSPX-[\w-]{10,})/g,
  // GitHub, GitLab, npm.
  /(?<![A-Za-z0-9])(?:gh[opusr]_\w{16,}|github_pat_\w{20,}|glpat-[\w-]{16,}|npm_\w{30,})/g,
  // AWS.
  /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}/g,
  // Slack.
  /(?<![A-Za-z0-9])(?:xox[a-z]|xapp)-[\w-]{8,}/g,
  // Hugging Face, Groq, xAI, Perplexity, Replicate, SendGrid.
  /(?<![A-Za-z0-9])(?:hf_\w{20,}|gsk_\w{20,}|xai-\w{20,}|pplx-\w{20,}|r8_\w{20,}|SG\.[\w-]{16,}\.[\w-]{16,})/g,
  // Stripe, Tavily, NVIDIA, LangSmith, Telegram.
  /(?<![A-Za-z0-9])(?:whsec_\w{16,}|tvly-[\w-]{16,}|nvapi-[\w-]{20,}|lsv2_\w{20,}|\d{8,10}:AA[\w-]{20,})/g,
  // Authorization codes.
  /(?<![A-Za-z0-9])auth_code_\w{8,}/g,
  // JSON Web Tokens.
  /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g,
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]*(?:-----END[A-Z ]{0,44}-----)?/g,
];

/** Patterns in which only a part is a secret. The first group stays. */
const parts: readonly RegExp[] = [
  new RegExp(String.raw`\b((?:[Bb]earer|BEARER)\s{1,20})${credential}`, "g"),
  /\b(Basic\s{1,20})(?=[A-Za-z0-9+/]*(?:[a-z][A-Z]|[\d=]))[A-Za-z0-9+/]{6,}={0,2}/g,
  /(hooks\.slack\.com\/services\/|discord(?:app)?\.com\/api\/webhooks\/\d{5,25}\/)[\w/-]{16,}/g,
  new RegExp(assignment, "gi"),
  // Credentials in a URL, in its query and in a form.
  /(:\/\/)[^\s/@:"'\\]{0,256}:[^\s/@"'\\]{1,256}(?=@)/g,
  /((?:^|[?&;/])[\w[\]%-]{0,40}(?:api(?:[_-]|%5F|%2D)?key|(?<!(?:page|next|continuation)[_-]?)token|secret|password|passwd|signature|credential)(?:[[\]]|%5B|%5D){0,2}=)[^\s&;#"'\\]+/gi,
  /([?&;/](?:key|sig|auth|code|pass|pwd)=)[^\s&;#"'\\]+/gi,
];

/** Redacts the secrets in text that have a recognizable shape. */
export function redactText(text: string): string {
  if (text.length < 7) return text;
  const plain = shapes.reduce((left, shape) => left.replaceAll(shape, redacted), text);
  const whole = parts.reduce((left, part) => left.replaceAll(part, `$1${redacted}`), plain);
  return whole.includes("%")
    ? whole.replaceAll(/(?<![^\s"'\\/?&=])[^\s"'\\/?&=]*%[\da-f]{2}[^\s"'\\/?&=]*/gi, redactEncoded)
    : whole;
}

/** A percent-encoded word; redacted as a whole when it contains a secret. */
function redactEncoded(word: string): string {
  try {
    const decoded = decodeURIComponent(word);
    return decoded !== word && redactText(decoded) !== decoded ? redacted : word;
  } catch {
    return word;
  }
}
