// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {L2_ASSET_ROUTER, L2_BASE_TOKEN, LOG_TREE_DEPTH} from "../common/Constants.sol";
import {FinalizeL1DepositParams, L2Message, TxStatus} from "../common/Types.sol";
import {IBridgehub} from "../interfaces/IBridgehub.sol";
import {IL1AssetRouter} from "../interfaces/IL1AssetRouter.sol";
import {IL1Nullifier} from "../interfaces/IL1Nullifier.sol";
import {AssetData} from "./AssetData.sol";
import {PausableOwned} from "./PausableOwned.sol";

contract L1Nullifier is IL1Nullifier, PausableOwned {
    bytes4 private constant FINALIZE_ETH_WITHDRAWAL =
        bytes4(keccak256("finalizeEthWithdrawal(uint256,uint256,uint16,bytes,bytes32[])"));
    bytes4 private constant FINALIZE_DEPOSIT = bytes4(keccak256("finalizeDeposit(uint256,bytes32,bytes)"));

    uint256 private constant BASE_TOKEN_MESSAGE = 4 + 20 + 32;
    uint256 private constant BASE_TOKEN_MESSAGE_WITH_DATA = BASE_TOKEN_MESSAGE + 20;
    uint256 private constant ASSET_MESSAGE_HEADER = 4 + 32 + 32;
    uint256 private constant LEAVES_PER_BATCH = 1 << LOG_TREE_DEPTH;

    /// @inheritdoc IL1Nullifier
    address public immutable BRIDGE_HUB;

    /// @inheritdoc IL1Nullifier
    address public l1AssetRouter;
    /// @inheritdoc IL1Nullifier
    address public l1NativeTokenVault;
    /// @inheritdoc IL1Nullifier
    mapping(uint256 chainId => mapping(bytes32 l2TxHash => bytes32)) public depositHappened;
    mapping(uint256 chainId => mapping(uint256 l2BatchNumber => mapping(uint256 l2MessageIndex => bool))) public
        isWithdrawalFinalized;

    constructor(address bridgehub) {
        if (bridgehub == address(0)) revert ZeroAddress();
        BRIDGE_HUB = bridgehub;
        _disableInitializers();
    }

    function initialize(address owner_) external initializer {
        __PausableOwned_init(owner_);
    }

    /// @inheritdoc IL1Nullifier
    function setL1AssetRouter(address router) external onlyOwner {
        if (router == address(0)) revert ZeroAddress();
        if (l1AssetRouter != address(0)) revert AlreadySet();
        l1AssetRouter = router;
        emit L1AssetRouterSet(router);
    }

    /// @inheritdoc IL1Nullifier
    function setL1NativeTokenVault(address vault) external onlyOwner {
        if (vault == address(0)) revert ZeroAddress();
        if (l1NativeTokenVault != address(0)) revert AlreadySet();
        l1NativeTokenVault = vault;
        emit L1NativeTokenVaultSet(vault);
    }

    /// @inheritdoc IL1Nullifier
    function bridgehubConfirmL2TransactionForwarded(uint256 chainId, bytes32 txDataHash, bytes32 txHash) external {
        if (msg.sender != l1AssetRouter) revert Unauthorized(msg.sender);
        if (depositHappened[chainId][txHash] != 0) revert DepositAlreadyRecorded(txHash);
        depositHappened[chainId][txHash] = txDataHash;
        emit BridgehubDepositFinalized(chainId, txDataHash, txHash);
    }

    /// @inheritdoc IL1Nullifier
    function finalizeDeposit(FinalizeL1DepositParams calldata params) external nonReentrant whenNotPaused {
        _checkIndex(params.l2BatchNumber, params.l2MessageIndex);
        if (isWithdrawalFinalized[params.chainId][params.l2BatchNumber][params.l2MessageIndex]) {
            revert WithdrawalAlreadyFinalized();
        }
        isWithdrawalFinalized[params.chainId][params.l2BatchNumber][params.l2MessageIndex] = true;

        (bytes32 assetId, bytes memory transferData) = _parse(params);
        _proveMessage(params);
        emit WithdrawalFinalized(params.chainId, params.l2BatchNumber, params.l2MessageIndex, assetId);
        IL1AssetRouter(l1AssetRouter).finalizeDeposit(params.chainId, assetId, transferData);
    }

    /// @inheritdoc IL1Nullifier
    function bridgeRecoverFailedTransfer(
        uint256 chainId,
        address depositSender,
        bytes32 assetId,
        bytes calldata assetData,
        bytes32 l2TxHash,
        uint256 l2BatchNumber,
        uint256 l2MessageIndex,
        uint16 l2TxNumberInBatch,
        bytes32[] calldata merkleProof
    ) external nonReentrant whenNotPaused {
        (uint256 amount,,) = AssetData.decodeBurn(assetData);
        _proveFailed(chainId, l2TxHash, l2BatchNumber, l2MessageIndex, l2TxNumberInBatch, merkleProof);
        bytes32 expected = AssetData.depositHash(depositSender, assetId, amount);
        bytes32 stored = depositHappened[chainId][l2TxHash];
        if (stored != expected) revert DepositDoesNotExist(expected, stored);
        delete depositHappened[chainId][l2TxHash];
        IL1AssetRouter(l1AssetRouter).bridgeRecoverFailedTransfer(chainId, depositSender, assetId, assetData);
    }

    /// @inheritdoc IL1Nullifier
    function l2BridgeAddress(uint256) external pure returns (address) {
        return L2_ASSET_ROUTER;
    }

    function _proveFailed(
        uint256 chainId,
        bytes32 l2TxHash,
        uint256 l2BatchNumber,
        uint256 l2MessageIndex,
        uint16 l2TxNumberInBatch,
        bytes32[] calldata merkleProof
    ) private view {
        bool ok = IBridgehub(BRIDGE_HUB)
            .proveL1ToL2TransactionStatus(
                chainId, l2TxHash, l2BatchNumber, l2MessageIndex, l2TxNumberInBatch, merkleProof, TxStatus.Failure
            );
        if (!ok) revert InvalidProof();
    }

    function _proveMessage(FinalizeL1DepositParams calldata params) private view {
        bool ok = IBridgehub(BRIDGE_HUB)
            .proveL2MessageInclusion(
                params.chainId,
                params.l2BatchNumber,
                params.l2MessageIndex,
                L2Message(params.l2TxNumberInBatch, params.l2Sender, params.message),
                params.merkleProof
            );
        if (!ok) revert InvalidProof();
    }

    /// @dev Two numbers for one leaf would be two withdrawals; the Bridgehub refuses them too.
    function _checkIndex(uint256 batchNumber, uint256 index) private pure {
        if (batchNumber > type(uint64).max || index >= LEAVES_PER_BATCH) revert IndexOutOfRange(batchNumber, index);
    }

    function _parse(FinalizeL1DepositParams calldata params) private view returns (bytes32, bytes memory) {
        bytes calldata message = params.message;
        if (message.length < 4) revert WrongMessageLength(message.length);
        bytes4 selector = bytes4(message[:4]);
        if (selector == FINALIZE_ETH_WITHDRAWAL) return _parseBaseToken(params.chainId, params.l2Sender, message);
        if (selector == FINALIZE_DEPOSIT) return _parseAsset(params.chainId, params.l2Sender, message);
        revert InvalidSelector(selector);
    }

    function _parseBaseToken(uint256 chainId, address l2Sender, bytes calldata message)
        private
        view
        returns (bytes32 assetId, bytes memory)
    {
        if (l2Sender != L2_BASE_TOKEN) revert WrongL2Sender(l2Sender);
        if (message.length != BASE_TOKEN_MESSAGE && message.length < BASE_TOKEN_MESSAGE_WITH_DATA) {
            revert WrongMessageLength(message.length);
        }
        assetId = IBridgehub(BRIDGE_HUB).baseTokenAssetId(chainId);
        address receiver = address(bytes20(message[4:24]));
        uint256 amount = uint256(bytes32(message[24:56]));
        return (assetId, AssetData.encodeTransfer(AssetData.Transfer(address(0), receiver, address(0), amount, "")));
    }

    function _parseAsset(uint256 chainId, address l2Sender, bytes calldata message)
        private
        pure
        returns (bytes32, bytes memory)
    {
        if (l2Sender != L2_ASSET_ROUTER) revert WrongL2Sender(l2Sender);
        if (message.length < ASSET_MESSAGE_HEADER) revert WrongMessageLength(message.length);
        uint256 messageChainId = uint256(bytes32(message[4:36]));
        if (messageChainId != chainId) revert WrongChain(messageChainId, chainId);
        return (bytes32(message[36:68]), message[68:]);
    }
}
