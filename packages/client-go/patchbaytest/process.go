package patchbaytest

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"
)

// startTimeout is how long the server may take, including its installation by npx.
const startTimeout = 2 * time.Minute

const ways = "install Node.js 22 or later, put patchbay-mock on the PATH, or set PATCHBAY_MOCK_URL to the URL of a running server"

// sharedURL returns the URL of the server that all tests of this process share.
var sharedURL = sync.OnceValues(func() (string, error) {
	if url := os.Getenv("PATCHBAY_MOCK_URL"); url != "" {
		return checkRunning(url)
	}
	command, err := findCommand(os.Getenv("PATCHBAY_MOCK_COMMAND"), exec.LookPath)
	if err != nil {
		return "", err
	}
	return start(command, startTimeout)
})

// checkRunning returns the URL of a server that runs elsewhere, without the path of its API.
func checkRunning(url string) (string, error) {
	url = trimURL(url)
	if err := call(url, http.MethodGet, "/health", nil, nil); err != nil {
		return "", fmt.Errorf("PATCHBAY_MOCK_URL is %q: %w", url, err)
	}
	return url, nil
}

func trimURL(url string) string {
	return strings.TrimSuffix(strings.TrimRight(url, "/"), "/api/v1")
}

// findCommand returns the command that starts the server.
func findCommand(given string, find func(string) (string, error)) ([]string, error) {
	if words := strings.Fields(given); len(words) > 0 {
		return words, nil
	}
	if path, err := find("patchbay-mock"); err == nil {
		return []string{path}, nil
	}
	if path, err := find("npx"); err == nil {
		return []string{path, "--yes", "--package=@patchbay/mock-server", "--", "patchbay-mock"}, nil
	}
	return nil, errors.New("neither patchbay-mock nor npx is on the PATH: " + ways)
}

// inputs are the standard inputs of the servers. Without a reference, the garbage collector would close them, and the servers
// would end.
var inputs []io.Closer

// start starts the server on a free port, and returns its URL. The server ends with this process, which closes its standard
// input.
func start(command []string, timeout time.Duration) (string, error) {
	arguments := append(command[1:len(command):len(command)], "--port", "0", "--exit-with-parent")
	process := exec.Command(command[0], arguments...)
	var log bytes.Buffer
	process.Stderr = &log
	input, err := process.StdinPipe()
	if err != nil {
		return "", err
	}
	output, err := process.StdoutPipe()
	if err != nil {
		return "", err
	}
	if err := process.Start(); err != nil {
		return "", fmt.Errorf("%s cannot be started: %w; %s", command[0], err, ways)
	}
	line, err := readLine(output, timeout)
	if err == nil && strings.HasPrefix(line, "http") {
		inputs = append(inputs, input)
		// The pipe stays open and empty, so that the server can write to it.
		go func() { _, _ = io.Copy(io.Discard, output) }()
		return trimURL(line), nil
	}
	_ = process.Process.Kill()
	_ = process.Wait()
	return "", fmt.Errorf("%s did not start the mock server: %s; %s", strings.Join(command, " "), reasonOf(line, log.String(), err), ways)
}

// readLine returns the first line that the server prints.
func readLine(output io.Reader, timeout time.Duration) (string, error) {
	type result struct {
		line string
		err  error
	}
	lines := make(chan result, 1)
	go func() {
		line, err := bufio.NewReader(output).ReadString('\n')
		lines <- result{strings.TrimSpace(line), err}
	}()
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	select {
	case read := <-lines:
		return read.line, read.err
	case <-ctx.Done():
		return "", fmt.Errorf("it printed no URL within %s", timeout)
	}
}

// reasonOf says why a process is not a server: what it printed, or how it ended.
func reasonOf(line, log string, err error) string {
	if text := strings.TrimSpace(line + "\n" + log); text != "" {
		return fmt.Sprintf("it printed %q", text[max(0, len(text)-2000):])
	}
	if errors.Is(err, io.EOF) {
		return "it ended without output"
	}
	return err.Error()
}
