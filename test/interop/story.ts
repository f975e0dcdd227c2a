import type { Story } from "./app.ts";

/** What the scenario in outage.yaml makes of the application, through every door. */
export const story: Story = {
  called: 'get_weather({"city":"Lisbon"})',
  weather: "It is sunny in Lisbon.",
  tries: [429, 200],
  answer: "There you are.",
  servedBy: "Azure",
  streamed: "one two",
  sawEnd: false,
};
