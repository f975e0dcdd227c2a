import type { AppResults } from "./app.ts";

/** The expected results of the application with the scenario outage.yaml, through every entry point. */
export const expectedResults: AppResults = {
  called: 'get_weather({"city":"Lisbon"})',
  weather: "It is sunny in Lisbon.",
  tries: [429, 200],
  answer: "There you are.",
  servedBy: "Azure",
  streamed: "one two",
  sawEnd: false,
};
