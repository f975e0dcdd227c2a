// Package startup checks the work of a program that imports the client. It has no other tests, because the variables of tests
// are initialized at the start, too.
package startup

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"testing"

	"github.com/patchbay/patchbay/packages/client-go"
)

// linked has functions of the client, so that the linker keeps what they need.
var linked = []any{
	patchbay.New,
	(*patchbay.ChatCompletionsService).Parse,
	(*patchbay.ChatCompletionsService).Stream,
	(*patchbay.ResponsesService).Stream,
	(*patchbay.MessagesService).Stream,
	(*patchbay.EmbeddingsService).Embed,
	(*patchbay.ModelsService).ListAll,
}

var initialized = regexp.MustCompile(`(?m)^init (\S*/packages/client-go\S*) .* (\d+) bytes, (\d+) allocs$`)

// Tables and regular expressions are made when they are needed. The limits are 1.5 times what was measured.
func TestTheImportOfTheClientNeedsFewAllocations(t *testing.T) {
	command := exec.Command(os.Args[0], "-test.run=^$")
	command.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	output, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, output)
	}
	found := initialized.FindAllSubmatch(output, -1)
	if len(found) < 3 || len(linked) == 0 {
		t.Fatalf("the trace has too few packages: %s", output)
	}
	size, allocations := 0, 0
	for _, line := range found {
		t.Logf("%s", line[0])
		if string(line[1]) != "github.com/patchbay/patchbay/packages/client-go/internal/startup" {
			size += toInt(t, line[2])
			allocations += toInt(t, line[3])
		}
	}
	if size > 15_000 || allocations > 120 {
		t.Errorf("the import allocates %d times and %d bytes, want at most 120 and 15000", allocations, size)
	}
}

func toInt(t *testing.T, digits []byte) int {
	t.Helper()
	value, err := strconv.Atoi(string(digits))
	if err != nil {
		t.Fatal(err)
	}
	return value
}
