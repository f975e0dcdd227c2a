// Command go measures one client in a process of its own. It reads commands from standard input, and writes one line of JSON for
// each. Its arguments are the name of a client and a base URL, or "canned" for a transport without a network:
//
//	ask COUNT            cost per request
//	read CHUNKS          cost per chunk of a stream, of which each text is read
//	read-final CHUNKS    the same, and the complete response at the end
//	final CHUNKS         cost per chunk of a stream, of which only the complete response is read
//	long BYTES           cost of a stream with one text of this size
//	embed COUNT FORMAT   cost per request for embeddings
//	flat COMMAND CHUNKS  resident memory before and in a stream
//
// With the argument "serve" it is the server, and with "time COMMAND…" it runs a command and prints its CPU seconds.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) == 1 && args[0] == "serve" {
		return serve()
	}
	if len(args) > 1 && args[0] == "time" {
		return timeCommand(args[1:])
	}
	if len(args) != 2 {
		return errors.New("the arguments are the name of a client and its base URL")
	}
	baseURL := args[1]
	var transport http.RoundTripper = http.DefaultTransport.(*http.Transport).Clone()
	if baseURL == "canned" {
		baseURL, transport = "http://canned.test/api/v1", canned{}
	}
	client, err := NewClient(args[0], baseURL, transport)
	if err != nil {
		return err
	}
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		result, err := handle(client, strings.Fields(lines.Text()))
		if err != nil {
			return fmt.Errorf("%s %s: %w", args[0], lines.Text(), err)
		}
		if err := json.NewEncoder(os.Stdout).Encode(result); err != nil {
			return err
		}
	}
	return nil
}

func handle(client Client, command []string) (any, error) {
	if len(command) < 2 {
		return nil, errors.New("a command has arguments")
	}
	if command[0] == "flat" {
		before, peak, err := Peak(func() error {
			_, err := handle(client, command[1:])
			return err
		})
		return map[string]float64{"before": before, "peak": peak}, err
	}
	count, err := strconv.Atoi(command[1])
	if err != nil {
		return nil, err
	}
	work := client.Ask
	switch command[0] {
	case "ask":
	case "long":
		return Measure(1, func() error { return client.Long(count) })
	case "embed":
		work = func() error { return client.Embed(command[2]) }
	default:
		return Measure(count, func() error { return read(client, command[0], count) })
	}
	return Measure(count, func() error {
		for range count {
			if err := work(); err != nil {
				return err
			}
		}
		return nil
	})
}

func read(client Client, command string, chunks int) error {
	ways := map[string]func(int) (int, error){"read": client.Read, "read-final": client.ReadFinal, "final": client.Final}
	way, ok := ways[command]
	if !ok {
		return fmt.Errorf("there is no command %q", command)
	}
	seen, err := way(chunks)
	if err == nil && seen != chunks {
		err = fmt.Errorf("read %d of %d chunks", seen, chunks)
	}
	return err
}

func timeCommand(args []string) error {
	command := exec.Command(args[0], args[1:]...)
	command.Stdout, command.Stderr = os.Stderr, os.Stderr
	if err := command.Run(); err != nil {
		return err
	}
	fmt.Println(cpu(syscall.RUSAGE_CHILDREN).Seconds())
	return nil
}
