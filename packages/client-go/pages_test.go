package patchbay_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/patchbay/patchbay/packages/client-go"
)

// page returns a page of models with these ids.
func page(total int, next string, ids ...string) string {
	items := make([]string, len(ids))
	for at, id := range ids {
		items[at] = fmt.Sprintf(`{"id":%q}`, id)
	}
	return fmt.Sprintf(`{"data":[%s],"total_count":%d,"links":{"next":%s}}`, strings.Join(items, ","), total, next)
}

func listModels(t *testing.T, client *patchbay.Client, params patchbay.ModelsListParams) (ids []string, err error) {
	t.Helper()
	for model, failed := range client.Models.ListAll(t.Context(), params) {
		if failed != nil {
			return ids, failed
		}
		ids = append(ids, model.ID)
	}
	return ids, nil
}

func TestAListReturnsTheItemsOfAllPages(t *testing.T) {
	pages := []string{page(99, `"/more"`, "a", "b"), page(99, `"/more"`, "c", "d"), page(99, "null", "e")}
	s := newServer(t, func(number int, w http.ResponseWriter, _ *http.Request) { reply(w, 200, pages[(number-1)%3]) })
	params := patchbay.ModelsListParams{Q: patchbay.String("x"), Offset: patchbay.Int(10), Limit: patchbay.Int(2)}
	ids, err := listModels(t, s.client(t), params)
	if err != nil || !slices.Equal(ids, []string{"a", "b", "c", "d", "e"}) {
		t.Errorf("got %q, %v", ids, err)
	}
	var offsets []string
	for _, request := range s.all() {
		if !strings.Contains(request.query, "limit=2") || !strings.Contains(request.query, "q=x") {
			t.Errorf("got %s", request.query)
		}
		_, after, _ := strings.Cut(request.query, "offset=")
		offset, _, _ := strings.Cut(after, "&")
		offsets = append(offsets, offset)
	}
	if !slices.Equal(offsets, []string{"10", "12", "14"}) {
		t.Errorf("got the offsets %q", offsets)
	}
}

func TestAListEndsWithItsLastPage(t *testing.T) {
	for name, one := range map[string]struct {
		pages    []string
		expected []string
	}{
		"no next":                    {[]string{page(99, "null", "a")}, []string{"a"}},
		"the total is reached":       {[]string{page(1, `"/more"`, "a")}, []string{"a"}},
		"an empty page":              {[]string{page(99, `"/more"`, "a"), page(99, `"/more"`)}, []string{"a"}},
		"the same page again":        {[]string{page(99, `"/more"`, "a", "b"), page(99, `"/more"`, "a", "b")}, []string{"a", "b"}},
		"a page with one known item": {[]string{page(99, `"/more"`, "a", "b"), page(99, "null", "b", "c")}, []string{"a", "b", "b", "c"}},
		"nothing":                    {[]string{page(0, "null")}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			s := newServer(t, func(number int, w http.ResponseWriter, _ *http.Request) { reply(w, 200, one.pages[number-1]) })
			ids, err := listModels(t, s.client(t), patchbay.ModelsListParams{})
			if err != nil || !slices.Equal(ids, one.expected) || len(s.all()) != len(one.pages) {
				t.Errorf("got %q, %v after %d requests", ids, err, len(s.all()))
			}
		})
	}
}

func TestAListYieldsTheErrorOfAPage(t *testing.T) {
	s := newServer(t, func(number int, w http.ResponseWriter, _ *http.Request) {
		if number == 2 {
			reply(w, 403, `{}`)
			return
		}
		reply(w, 200, page(99, `"/more"`, "a"))
	})
	ids, err := listModels(t, s.client(t), patchbay.ModelsListParams{})
	if failed := wantError(t, err, patchbay.KindAPI); failed.Status != 403 || !slices.Equal(ids, []string{"a"}) {
		t.Errorf("got %q, %v", ids, err)
	}
	for range s.client(t).Models.ListAll(t.Context(), patchbay.ModelsListParams{}) {
		break
	}
	if len(s.all()) != 3 {
		t.Errorf("got %d requests", len(s.all()))
	}
}
