// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

// ModelCategory: Only models used for this purpose.
//
// The API accepts these values today.
type ModelCategory string

// The known values of ModelCategory.
const (
	// Reading and writing code.
	ModelCategoryProgramming ModelCategory = "programming"
	// Roleplay.
	ModelCategoryRoleplay ModelCategory = "roleplay"
	// Marketing.
	ModelCategoryMarketing ModelCategory = "marketing"
	// Search engine optimization.
	ModelCategoryMarketingSeo ModelCategory = "marketing/seo"
	// Technology.
	ModelCategoryTechnology ModelCategory = "technology"
	// Science.
	ModelCategoryScience ModelCategory = "science"
	// Translation.
	ModelCategoryTranslation ModelCategory = "translation"
	// Legal.
	ModelCategoryLegal ModelCategory = "legal"
	// Finance.
	ModelCategoryFinance ModelCategory = "finance"
	// Health.
	ModelCategoryHealth ModelCategory = "health"
	// Trivia and general knowledge.
	ModelCategoryTrivia ModelCategory = "trivia"
	// Academic work.
	ModelCategoryAcademia ModelCategory = "academia"
)

// ModelDistillable says whether the model's author permits distillation.
//
// The API accepts these values today.
type ModelDistillable string

// The known values of ModelDistillable.
const (
	// Only models that permit distillation.
	ModelDistillableTrue ModelDistillable = "true"
	// Only models that do not permit distillation.
	ModelDistillableFalse ModelDistillable = "false"
)

// ModelOrder: Sort order. If omitted, the API chooses the order. Models without the requested score come
// last.
//
// The API accepts these values today.
type ModelOrder string

// The known values of ModelOrder.
const (
	// Most used first.
	ModelOrderMostPopular ModelOrder = "most-popular"
	// Newest first.
	ModelOrderNewest ModelOrder = "newest"
	// Most tokens in the last week first.
	ModelOrderTopWeekly ModelOrder = "top-weekly"
	// Cheapest first, by the average of prompt and completion price.
	ModelOrderPricingLowToHigh ModelOrder = "pricing-low-to-high"
	// Most expensive first, by the average of prompt and completion price.
	ModelOrderPricingHighToLow ModelOrder = "pricing-high-to-low"
	// Longest context first.
	ModelOrderContextHighToLow ModelOrder = "context-high-to-low"
	// Fastest first.
	ModelOrderThroughputHighToLow ModelOrder = "throughput-high-to-low"
	// Shortest time to first token first.
	ModelOrderLatencyLowToHigh ModelOrder = "latency-low-to-high"
	// Highest intelligence index first.
	ModelOrderIntelligenceHighToLow ModelOrder = "intelligence-high-to-low"
	// Highest coding index first.
	ModelOrderCodingHighToLow ModelOrder = "coding-high-to-low"
	// Highest agentic index first.
	ModelOrderAgenticHighToLow ModelOrder = "agentic-high-to-low"
	// Highest Design Arena rating first; each model counts with its best arena.
	ModelOrderDesignArenaEloHighToLow ModelOrder = "design-arena-elo-high-to-low"
)

// ModelRegion: Region in which an endpoint must be available.
//
// The API accepts these values today.
type ModelRegion string

// The known values of ModelRegion.
const (
	// The European Union.
	ModelRegionEU ModelRegion = "eu"
	// The United States.
	ModelRegionUS ModelRegion = "us"
)
