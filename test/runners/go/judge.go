// Package conformance runs every conformance case with the Go client. The judge decides; this package contains no
// expectations. See test/cases/README.md.
package conformance

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
)

const root = "../../.."

// listedCase is a case in the judge's list.
type listedCase struct {
	ID       string   `json:"id"`
	Variants []string `json:"variants"`
	// Missing has the features that the runner lacks.
	Missing []string `json:"missing"`
}

// run is one variant of a case, ready to be run.
type run struct {
	Run    string                     `json:"run"`
	Client map[string]json.RawMessage `json:"client"`
	Steps  []json.RawMessage          `json:"steps"`
}

// verdict is what the judge says about a run.
type verdict struct {
	OK       bool            `json:"ok"`
	Problems json.RawMessage `json:"problems"`
}

// judgeURL returns the URL of the judge, which is started when it is first needed.
var judgeURL = sync.OnceValues(func() (string, error) {
	if url := os.Getenv("PATCHBAY_JUDGE_URL"); url != "" {
		return url, nil
	}
	return startJudge()
})

// judge is the process that stopJudge ends.
var judge *exec.Cmd

// startJudge starts the process that plays the server, hands out the cases and compares the results.
func startJudge() (string, error) {
	node, err := findNode()
	if err != nil {
		return "", err
	}
	// The judge ends with this process, also when a timeout of go test kills it.
	arguments := []string{"--conditions=@patchbay/source", "test/judge/serve.ts", "--port", "0", "--exit-with-parent"}
	command := exec.Command(node, arguments...)
	command.Dir = root
	command.Stderr = os.Stderr
	if _, err := command.StdinPipe(); err != nil {
		return "", err
	}
	output, err := command.StdoutPipe()
	if err != nil {
		return "", err
	}
	if err := command.Start(); err != nil {
		return "", fmt.Errorf("the judge did not start: %w", err)
	}
	judge = command
	line, err := bufio.NewReader(output).ReadString('\n')
	if err != nil {
		return "", fmt.Errorf("the judge printed no URL: %w; its error is above", err)
	}
	return strings.TrimSpace(line), nil
}

// findNode returns the Node.js of the repository, or the one on the PATH.
func findNode() (string, error) {
	own, err := filepath.Abs(filepath.Join(root, "node_modules/.bin/node"))
	if err != nil {
		return "", err
	}
	if _, err := os.Stat(own); err == nil {
		return own, nil
	}
	node, err := exec.LookPath("node")
	if err != nil {
		return "", errors.New("the judge needs Node.js, which was not found: run npm install in the root of the repository")
	}
	return node, nil
}

// stopJudge ends the judge, if this process has started it.
func stopJudge() {
	if judge != nil {
		_ = judge.Process.Kill()
		_ = judge.Wait()
	}
}

// ask sends a request to the judge: a GET without a body, otherwise a POST.
func ask[T any](path string, body any) (T, error) {
	var answer T
	url, err := judgeURL()
	if err != nil {
		return answer, err
	}
	response, err := send(url+path, body)
	if err != nil {
		return answer, err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		return answer, err
	}
	if response.StatusCode != http.StatusOK {
		return answer, fmt.Errorf("the judge answered %s with %d: %s", path, response.StatusCode, text)
	}
	return answer, json.Unmarshal(text, &answer)
}

func send(url string, body any) (*http.Response, error) {
	if body == nil {
		return http.Get(url)
	}
	text, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	return http.Post(url, "application/json", bytes.NewReader(text))
}
