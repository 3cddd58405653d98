// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {L2_ASSET_ROUTER, TWO_BRIDGES_MAGIC_VALUE} from "../../src/common/Constants.sol";
import {MessageHashing} from "../../src/common/MessageHashing.sol";
import {L2Log, L2Message, L2TransactionRequestTwoBridgesInner, TxStatus} from "../../src/common/Types.sol";
import {IL1AssetRouter} from "../../src/interfaces/IL1AssetRouter.sol";

/// @dev The Bridgehub as the bridge contracts see it: real proofs against log roots that the test declares executed, and
/// requests without a queue behind them.
contract MockBridgehub {
    IL1AssetRouter public router;
    mapping(uint256 chainId => bytes32) public baseTokenAssetId;
    mapping(uint256 chainId => mapping(uint256 batch => bytes32)) public rootOf;
    uint256 public requests;
    bytes public lastCalldata;

    function setRouter(address router_) external {
        router = IL1AssetRouter(router_);
    }

    function setChain(uint256 chainId, bytes32 baseToken) external {
        baseTokenAssetId[chainId] = baseToken;
    }

    function execute(uint256 chainId, uint256 batch, bytes32 root) external {
        rootOf[chainId][batch] = root;
    }

    function requestDirect(uint256 chainId, uint256 mintValue) external payable {
        router.bridgehubDepositBaseToken{value: msg.value}(chainId, baseTokenAssetId[chainId], msg.sender, mintValue);
    }

    function requestTwoBridges(uint256 chainId, uint256 l2Value, uint256 secondBridgeValue, bytes calldata data)
        external
        payable
        returns (bytes32 txHash)
    {
        L2TransactionRequestTwoBridgesInner memory inner =
            router.bridgehubDeposit{value: secondBridgeValue}(chainId, msg.sender, l2Value, data);
        require(inner.magicValue == TWO_BRIDGES_MAGIC_VALUE && inner.l2Contract == L2_ASSET_ROUTER, "not a bridge");
        lastCalldata = inner.l2Calldata;
        txHash = keccak256(abi.encode("operation", chainId, requests++));
        router.bridgehubConfirmL2Transaction(chainId, inner.txDataHash, txHash);
    }

    function proveL2MessageInclusion(
        uint256 chainId,
        uint256 batch,
        uint256 index,
        L2Message memory message,
        bytes32[] calldata proof
    ) external view returns (bool) {
        return _included(chainId, batch, index, MessageHashing.logOfMessage(message), proof);
    }

    function proveL1ToL2TransactionStatus(
        uint256 chainId,
        bytes32 txHash,
        uint256 batch,
        uint256 index,
        uint16 txNumber,
        bytes32[] calldata proof,
        TxStatus status
    ) external view returns (bool) {
        return _included(chainId, batch, index, MessageHashing.logOfPriorityResult(txHash, txNumber, status), proof);
    }

    function _included(uint256 chainId, uint256 batch, uint256 index, L2Log memory log, bytes32[] calldata proof)
        private
        view
        returns (bool)
    {
        bytes32 root = rootOf[chainId][batch];
        return root != 0 && MessageHashing.rootFromProof(MessageHashing.leafOfLog(log), index, proof) == root;
    }
}
