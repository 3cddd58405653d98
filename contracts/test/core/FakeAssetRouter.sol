// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {TWO_BRIDGES_MAGIC_VALUE} from "../../src/common/Constants.sol";
import {L2TransactionRequestTwoBridgesInner} from "../../src/common/Types.sol";

/// @title Stand-in for the asset router: keeps the ether, and answers a fixed call
contract FakeAssetRouter {
    bytes32 public magic = TWO_BRIDGES_MAGIC_VALUE;
    bytes32 public confirmedData;
    bytes32 public confirmedTx;
    uint256 public baseTokenTaken;
    address public lastCaller;

    function setMagic(bytes32 magic_) external {
        magic = magic_;
    }

    function bridgehubDepositBaseToken(uint256, bytes32, address caller, uint256 amount) external payable {
        baseTokenTaken += amount;
        lastCaller = caller;
    }

    function bridgehubDeposit(uint256, address, uint256, bytes calldata data)
        external
        payable
        returns (L2TransactionRequestTwoBridgesInner memory)
    {
        return L2TransactionRequestTwoBridgesInner(magic, address(0x10003), data, new bytes[](0), keccak256(data));
    }

    function bridgehubConfirmL2Transaction(uint256, bytes32 txDataHash, bytes32 txHash) external {
        confirmedData = txDataHash;
        confirmedTx = txHash;
    }
}
