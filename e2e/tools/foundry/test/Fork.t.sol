// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Ledger} from "../../hardhat/contracts/Ledger.sol";
import {vm} from "./Vm.sol";

/// @title Runs on the state of a chain (forge test --fork-url), on a Ledger that the environment names: LEDGER, and LEDGER_BLOCK in which it got its first deposit of 7 wei.
contract ForkTest {
    Ledger ledger;

    function setUp() external {
        ledger = Ledger(payable(vm.envAddress("LEDGER")));
    }

    /// The latest state, and calls on it that the chain never sees.
    function testLatest() external {
        uint256 before = ledger.total();
        require(before > 7, "total");
        require(ledger.LIMIT() == 1 ether, "immutable");
        require(keccak256(bytes(ledger.motto())) == keccak256("by forge create"), "storage");
        address somebody = address(0xbeef);
        vm.deal(somebody, 1 ether);
        vm.prank(somebody);
        ledger.deposit{value: 9}("on the fork");
        require(ledger.total() == before + 9, "deposit");
        vm.expectRevert(abi.encodeWithSelector(Ledger.InsufficientBalance.selector, somebody, 9, 10));
        vm.prank(somebody);
        ledger.withdraw(10);
    }

    /// State of the past.
    function testHistory() external {
        uint256 number = vm.envUint("LEDGER_BLOCK");
        vm.rollFork(number);
        require(block.number == number, "number");
        require(ledger.total() == 7, "total then");
        require(uint256(vm.load(address(ledger), bytes32(0))) == 7, "slot then");
        vm.rollFork(number - 1);
        require(address(ledger).balance == 0, "balance before");
    }

    /// The environment that contracts see.
    function testEnvironment() external view {
        require(block.chainid == vm.envUint("CHAIN_ID"), "chain id");
        require(block.gaslimit > 0 && block.timestamp > 0, "header");
        require(block.prevrandao != 0, "prevrandao");
    }
}
